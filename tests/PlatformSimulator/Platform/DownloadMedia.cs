using Microsoft.AspNetCore.Mvc;

namespace WebcareHub.PlatformSimulator.Platform;

internal static class DownloadMedia
{
    /// <summary>The file itself; the page of the demo shows it without a token from <c>/simulator/files</c> instead.</summary>
    public static IResult Get(string mediaId, string? hash, [FromHeader] string? authorization, Numbers numbers, MediaShelf media)
    {
        if (!numbers.KnowsToken(authorization))
            return Results.Unauthorized();
        return media.Fetch(mediaId, hash) is { } file ? Results.Bytes(file.Content, file.ContentType) : Results.NotFound();
    }
}
