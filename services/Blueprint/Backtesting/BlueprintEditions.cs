using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>The blueprint in force, and as it would be with other layers.</summary>
internal sealed class BlueprintEditions(EventStore.EventStore store, Bookcase bookcase)
{
    /// <summary>What is in force, with every release there was.</summary>
    internal sealed record Edition(Rules.Blueprint InForce, IReadOnlyList<LayerFiles> Releases)
    {
        private IEnumerable<LayerFiles> Newest =>
            Releases.GroupBy(release => release.Code).Select(layer => layer.MaxBy(release => release.Release)!);

        /// <summary>The blueprint as it would be when these layers were published now, or had not been followed by later releases.</summary>
        /// <param name="layers">With their number when they are releases.</param>
        internal Rules.Blueprint With(IReadOnlyList<LayerFiles> layers)
        {
            var codes = layers.Select(layer => layer.Code).ToHashSet();
            var numbered = layers.Select(layer => layer with { Release = layer.Release ?? Next(layer.Code) }).ToList();
            var earlier = Releases.Where(release =>
                numbered.Find(layer => layer.Code == release.Code) is { } tried
                    ? release.Release < tried.Release
                    : !InForce.Layers.Any(layer => layer.Code == release.Code && IsNewest(release))
            );
            return Rules.Blueprint.Read([.. Newest.Where(layer => !codes.Contains(layer.Code)), .. numbered], InForce, [.. earlier]);
        }

        private int Next(string code) => (Releases.Where(release => release.Code == code).Max(release => release.Release) ?? 0) + 1;

        private bool IsNewest(LayerFiles release) => release.Release == Next(release.Code) - 1;
    }

    internal async Task<Edition> ReadAsync(CancellationToken ct)
    {
        var now = await bookcase.NowAsync(ct);
        return new(now.Blueprint, now.Releases);
    }

    /// <summary>Those of these municipalities whose layer lets others count their messages.</summary>
    internal async Task<IReadOnlyList<string>> SharingAsync(IReadOnlyCollection<string> municipalities, CancellationToken ct)
    {
        if (municipalities.Count == 0)
        {
            return [];
        }

        await using var shelf = await Shelf.OpenOnlyAsync(store, municipalities, ct);
        var layers = shelf.InForce.ToList();
        return [.. Rules.Blueprint.Read(layers).Layers.Where(layer => layer.Adoption.SharesBacktests).Select(layer => layer.Code)];
    }
}
