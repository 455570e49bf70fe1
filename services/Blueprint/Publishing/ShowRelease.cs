using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary><c>GET /api/v1/releases/{layer}/{number}</c>: a release with its files. An unknown layer and a foreign one answer alike.</summary>
internal static class ShowRelease
{
    internal static async Task<Results<Ok<ReleaseContent>, NotFound>> Get(
        string layer,
        int number,
        Caller caller,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        if (!LayerCode.IsValid(layer) || !caller.MayRead(layer))
        {
            return TypedResults.NotFound();
        }

        await using var shelf = await Shelf.OpenOnlyAsync(store, [layer], ct);
        return shelf[layer].Releases.FirstOrDefault(found => found.Number == number) is { } release
            ? TypedResults.Ok(new ReleaseContent(release.Shown(), release.Files))
            : TypedResults.NotFound();
    }
}
