using System.Collections.Concurrent;
using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Rulebooks;

/// <summary>The blueprint of one epoch, compiled per municipality when first asked for. Immutable; shared between threads.</summary>
/// <param name="Newest">The releases in force, by layer.</param>
/// <param name="Earlier">What is held of the releases before them, by layer and number: see <see cref="Keep"/>.</param>
public sealed record Edition(Epoch Epoch, IReadOnlyList<Release> Newest, IReadOnlyList<Release> Earlier, Blueprint Blueprint)
{
    private readonly ConcurrentDictionary<string, InForce> _inForce = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EffectiveBlueprint> _above = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Municipality, string Section, string Id), EntryState> _states = new();

    /// <summary>What a municipality goes by, or its exercise: the same blueprint, with crises of its own.</summary>
    /// <param name="tenant">CBS code, or that of the exercise beside it.</param>
    public InForce For(string tenant) => _inForce.GetOrAdd(tenant, Compile);

    /// <summary>What would hold in a municipality without a layer of its own.</summary>
    public EffectiveBlueprint Above(string municipality) => _above.GetOrAdd(municipality, CompileAbove);

    /// <summary>How an entry stands in a municipality, worked out once.</summary>
    public EntryState Explain(string municipality, string section, string id) =>
        _states.GetOrAdd((municipality, section, id), key => Blueprint.Adoption.Explain(key.Municipality, key.Section, key.Id));

    /// <summary>What an epoch names, read on the session's own connection; what the edition before held is neither read nor parsed again.</summary>
    internal static async Task<Edition> ReadAsync(EventSession session, Epoch epoch, Edition? known, Keep keep, CancellationToken ct)
    {
        // Only crises changed: what is compiled stays.
        if (known is not null && known.Epoch.Releases.Count == epoch.Releases.Count && !known.Epoch.Releases.Except(epoch.Releases).Any())
            return new Edition(epoch, known.Newest, known.Earlier, known.Blueprint);
        var shelf = new ReleaseShelf(session, known is null ? [] : known.Newest.Concat(known.Earlier));
        if (keep == Keep.Everything)
        {
            // Numbers are given from 1 on, without gaps.
            var wanted = epoch.Releases.SelectMany(release =>
                Enumerable.Range(1, release.Value).Select(at => new LayerRelease(release.Key, at))
            );
            var all = (await shelf.TakeAsync(wanted, ct)).ToLookup(release =>
                epoch.Releases[release.Published.Layer] == release.Published.Number
            );
            return new Edition(
                epoch,
                [.. all[true]],
                [.. all[false]],
                Blueprint.Read(Files(all[true]), known?.Blueprint, Files(all[false]))
            );
        }
        var newest = await shelf.TakeAsync(epoch.Releases.Select(release => new LayerRelease(release.Key, release.Value)), ct);
        var blueprint = Blueprint.Read(Files(newest), known?.Blueprint, known is null ? null : Files(known.Earlier));
        var earlier = await shelf.TakeAsync(blueprint.Named, ct);
        return new Edition(
            epoch,
            newest,
            earlier,
            earlier.Count == 0 ? blueprint : Blueprint.Read(Files(newest), blueprint, Files(earlier))
        );
    }

    private EffectiveBlueprint CompileAbove(string municipality)
    {
        var layers = Blueprint.LayersOf(municipality).Where(layer => layer != municipality).ToHashSet();
        var above = Newest.Where(release => layers.Contains(release.Published.Layer));
        return Blueprint.Read(Files(above), Blueprint, Files(Earlier)).For(municipality);
    }

    private InForce Compile(string tenant)
    {
        var exercise = Exercise.Is(tenant);
        var blueprint = exercise ? For(Exercise.Real(tenant)).Blueprint : Blueprint.For(tenant);
        var releases = blueprint.Layers.Where(Epoch.Releases.ContainsKey).ToDictionary(layer => layer, layer => Epoch.Releases[layer]);
        var over = Blueprint.LayersOf(Exercise.Real(tenant));
        return new InForce(blueprint, releases, Epoch.Number, [.. Epoch.Crises.Where(crisis => crisis.Holds(over, exercise))]);
    }

    private static IReadOnlyList<LayerFiles> Files(IEnumerable<Release> releases) => [.. releases.Select(release => release.Files)];
}
