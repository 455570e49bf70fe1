using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
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
        Bookcase bookcase,
        CancellationToken ct
    )
    {
        if (!LayerCode.IsValid(layer) || !caller.MayRead(layer))
        {
            return TypedResults.NotFound();
        }

        var edition = await bookcase.NowAsync(ct);
        return edition.Layers.GetValueOrDefault(layer)?.Releases.FirstOrDefault(found => found.Number == number) is { } release
            ? TypedResults.Ok(new ReleaseContent(release.Shown(), release.Files))
            : TypedResults.NotFound();
    }
}
