using Microsoft.AspNetCore.Mvc;

namespace WebcareHub.PlatformSimulator.Platform;

internal static class LookUpMedia
{
    public static IResult Get(
        string mediaId,
        HttpRequest request,
        [FromHeader] string? authorization,
        Numbers numbers,
        MediaShelf media,
        Failures failures
    )
    {
        if (!numbers.KnowsToken(authorization))
            return GraphError.BadToken.ToResult();
        if (failures.TakeMediaFailure() is { } failed)
            return failed.ToResult();
        if (media.Find(mediaId) is not { } file)
            return GraphError.UnknownObject(mediaId).ToResult();
        var url = $"{request.Scheme}://{request.Host}/media/{file.Id}?hash={media.Address(file)}";
        return Results.Json(
            new
            {
                url,
                mime_type = file.ContentType,
                sha256 = file.Sha256Hex,
                file_size = file.Content.Length,
                id = file.Id,
                messaging_product = "whatsapp",
            }
        );
    }
}
