using System.Collections.Concurrent;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Rulebooks;

/// <summary>The releases the epoch names, read from the log and compiled. Routing keeps its own copy, so it works when Blueprint is away.</summary>
internal sealed class Rulebook(EventStore.EventStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Edition? _edition;
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

        public InForce For(string municipality) => _inForce.GetOrAdd(municipality, Compile);

        private InForce Compile(string municipality)
        {
            var blueprint = Blueprint.For(municipality);
            var releases = blueprint.Layers.Where(Epoch.Releases.ContainsKey).ToDictionary(layer => layer, layer => Epoch.Releases[layer]);
            return new InForce(blueprint, releases, Epoch.Number);
        }
    }
}
