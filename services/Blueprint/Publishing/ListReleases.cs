using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary><c>GET /api/v1/releases?layer=</c>: without a layer, those of every layer the caller may read.</summary>
internal static class ListReleases
{
    internal static async Task<Ok<Releases>> Get(string? layer, Caller caller, Bookcase bookcase, CancellationToken ct)
    {
        var edition = await bookcase.NowAsync(ct);
        var items = edition
            .Layers.Values.Where(found => (layer is null || layer == found.Code) && caller.MayRead(found.Code))
            .SelectMany(found => found.Releases)
            .OrderByDescending(release => release.At)
            .ThenBy(release => release.Layer, StringComparer.Ordinal)
            .Select(Publish.Shown);
        return TypedResults.Ok(new Releases([.. items]));
    }
}
