using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Folders;

/// <summary><c>blueprint publish</c>.</summary>
internal static class PublishFolder
{
    internal static async Task<IReadOnlyList<Release>> RunAsync(
        FolderOffer offer,
        AgentRef by,
        Publisher publisher,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        IReadOnlyList<LayerFiles> layers = LayerFiles.FromBlueprint(offer.Path);
        if (offer.KeepNewer)
        {
            layers = await NotOvertakenAsync(layers, store, ct);
        }

        var outcomes = await publisher.PublishAsync([.. layers.Select(layer => Offered(layer, offer))], by, ct);
        if (outcomes.OfType<Publish.Faulty>().FirstOrDefault() is { } faulty)
        {
            throw new FaultyBlueprintException(string.Join('\n', faulty.Findings.Select(Sentences.Of)));
        }

        var overtaken = outcomes.OfType<Publish.Overtaken>().Select(other => Sentences.Overtook(other.Between)).ToList();
        return overtaken.Count > 0
            ? throw new OvertakenBlueprintException(string.Join('\n', overtaken))
            : [.. outcomes.OfType<Publish.Published>().Select(published => published.Release.Shown())];
    }

    private static NewRelease Offered(LayerFiles layer, FolderOffer offer) =>
        new(
            layer.Code,
            offer.Notes,
            layer.Files,
            offer.After is { } after && after.TryGetValue(layer.Code, out var number) ? number : null
        );

    /// <summary>Without the layers that stand in the folder as an earlier release has them.</summary>
    private static async Task<IReadOnlyList<LayerFiles>> NotOvertakenAsync(
        IReadOnlyList<LayerFiles> layers,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        await using var shelf = await Shelf.OpenAsync(store, layers.Select(layer => layer.Code), ct);
        return
        [
            .. layers.Where(layer => !shelf[layer.Code].Releases.SkipLast(1).Any(earlier => earlier.Hash == ReleaseHash.Of(layer.Files))),
        ];
    }
}
