using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary><c>GET /api/v1/releases?layer=</c>: without a layer, those of every layer the caller may read.</summary>
internal static class ListReleases
{
    internal static async Task<Ok<Releases>> Get(string? layer, Caller caller, EventStore.EventStore store, CancellationToken ct)
    {
        var epoch = await Shelf.EpochAsync(store, ct);
        var codes = epoch.Releases.Keys.Where(code => (layer is null || layer == code) && caller.MayRead(code));
        await using var shelf = await Shelf.OpenOnlyAsync(store, [.. codes], ct);
        var items = shelf
            .Layers.SelectMany(found => found.Releases)
            .OrderByDescending(release => release.At)
            .ThenBy(release => release.Layer, StringComparer.Ordinal)
            .Select(Publish.Shown);
        return TypedResults.Ok(new Releases([.. items]));
    }
}
