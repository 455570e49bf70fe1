using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

internal static class ShowFile
{
    /// <summary>A resident's file, without a token, for five minutes.</summary>
    public static IResult Get(string id, string? hash, MediaShelf media) =>
        media.Fetch(id, hash) is { } file
            ? Results.Bytes(file.Content, file.ContentType)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
}
