using System.Collections.Concurrent;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Rulebooks;

/// <summary>The releases the epoch names, read from the log and compiled. Routing keeps its own copy, so it works when Blueprint is away.</summary>
internal sealed class Rulebook(EventStore.EventStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    // Conversations that are looked at lie close together; what else was looked at once may go.
    private const int MostPast = 16;

    private readonly SemaphoreSlim _one = new(1);
    private volatile Edition? _edition;
    private readonly ConcurrentDictionary<string, Edition> _past = new(StringComparer.Ordinal);
    private long _checked;

    /// <summary>The epoch that this node decides by as far as it has looked; 0 before the first decision.</summary>
    public long Epoch => _edition?.Epoch.Number ?? 0;

    /// <summary>What is in force by the epoch that this transaction reads; what is new of it is read on the session's own connection.</summary>
    public async ValueTask<Edition> AtAsync(EventSession session, CancellationToken ct)
    {
        var epoch = await session.ReadEpochAsync(ct);
        if (_edition is { } edition && edition.Epoch.Number == epoch.Number)
            return edition;
        await _one.WaitAsync(ct);
        try
        {
            if (_edition is not { } known || known.Epoch.Number < epoch.Number)
                _edition = await LoadAsync(session, epoch, _edition, ct);
            return _edition;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What is in force now, at most half a second old: for reading, not for deciding.</summary>
    public async ValueTask<InForce> NowAsync(string municipality, CancellationToken ct)
    {
        if (_edition is { } known && time.GetElapsedTime(Interlocked.Read(ref _checked)) < Fresh)
            return known.For(municipality);
        await using var session = await store.OpenAsync([municipality], null, ct);
        var edition = await AtAsync(session, ct);
        Interlocked.Exchange(ref _checked, time.GetTimestamp());
        return edition.For(municipality);
    }

    /// <summary>What held with these releases: to explain what was decided then. Only the layers named are in it.</summary>
    public async ValueTask<Edition> AsOfAsync(EventSession session, IReadOnlyDictionary<string, int> releases, CancellationToken ct)
    {
        var now = await AtAsync(session, ct);
        if (releases.All(release => now.Epoch.Releases.GetValueOrDefault(release.Key) == release.Value))
            return now;
        var key = string.Join('|', releases.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}:{each.Value}"));
        if (_past.TryGetValue(key, out var past))
            return past;
        if (_past.Count >= MostPast)
            _past.Clear();
        return _past[key] = await LoadAsync(session, new Epoch(now.Epoch.Number, releases), now, ct);
    }

    public void Dispose() => _one.Dispose();

    private static async Task<Edition> LoadAsync(EventSession session, Epoch epoch, Edition? known, CancellationToken ct)
    {
        var shelf = new ReleaseShelf(session, known is null ? [] : known.Files.Concat(known.Earlier));
        var files = await shelf.TakeAsync(epoch.Releases.Select(release => new LayerRelease(release.Key, release.Value)), ct);
        var blueprint = Blueprint.Read(files, known?.Blueprint, known?.Earlier);
        var earlier = await shelf.TakeAsync(blueprint.Named, ct);
        return new Edition(epoch, files, earlier, earlier.Count == 0 ? blueprint : Blueprint.Read(files, blueprint, earlier));
    }

    /// <summary>One epoch, compiled per municipality when first asked for.</summary>
    /// <param name="Earlier">The earlier releases that choices lean on.</param>
    internal sealed record Edition(Epoch Epoch, IReadOnlyList<LayerFiles> Files, IReadOnlyList<LayerFiles> Earlier, Blueprint Blueprint)
    {
        private readonly ConcurrentDictionary<string, InForce> _inForce = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, EffectiveBlueprint> _above = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<(string Municipality, string Section, string Id), EntryState> _states = new();

        public InForce For(string municipality) => _inForce.GetOrAdd(municipality, Compile);

        /// <summary>What would hold in a municipality without a layer of its own.</summary>
        public EffectiveBlueprint Above(string municipality) => _above.GetOrAdd(municipality, CompileAbove);

        /// <summary>How an entry stands in a municipality, worked out once.</summary>
        public EntryState Explain(string municipality, string section, string id) =>
            _states.GetOrAdd((municipality, section, id), key => Blueprint.Adoption.Explain(key.Municipality, key.Section, key.Id));

        private EffectiveBlueprint CompileAbove(string municipality)
        {
            var layers = Blueprint.LayersOf(municipality).Where(layer => layer != municipality).ToHashSet();
            return Blueprint.Read([.. Files.Where(files => layers.Contains(files.Code))], Blueprint, Earlier).For(municipality);
        }

        private InForce Compile(string municipality)
        {
            var blueprint = Blueprint.For(municipality);
            var releases = blueprint.Layers.Where(Epoch.Releases.ContainsKey).ToDictionary(layer => layer, layer => Epoch.Releases[layer]);
            return new InForce(blueprint, releases, Epoch.Number);
        }
    }
}
