using Microsoft.AspNetCore.Http.HttpResults;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>What the widget hears when it does not go as asked.</summary>
internal static class Refusals
{
    public static ProblemHttpResult NoSite() => Problem(StatusCodes.Status404NotFound, "Not found", "There is no such chat.");

    public static ProblemHttpResult Elsewhere() =>
        Problem(StatusCodes.Status403Forbidden, "Not here", "This chat does not belong on this website.");

    /// <summary>The token is wrong, or what it opened was forgotten.</summary>
    public static ProblemHttpResult Unknown() =>
        Problem(StatusCodes.Status401Unauthorized, "Unknown", "This conversation is not there any more.");

    public static ProblemHttpResult Wrong(string detail) => Problem(StatusCodes.Status422UnprocessableEntity, "Not accepted", detail);

    public static ProblemHttpResult NoFile() => Problem(StatusCodes.Status404NotFound, "Not found", "This file is not there any more.");

    public static ProblemHttpResult TooLarge() =>
        Problem(StatusCodes.Status413PayloadTooLarge, "Too large", "A file holds something, and at most 10 MB.");

    public static ProblemHttpResult WrongKind() =>
        Problem(
            StatusCodes.Status415UnsupportedMediaType,
            "Not this kind",
            "A picture, film, sound, PDF, text or office document can be sent."
        );

    public static ProblemHttpResult FilesNotHere() => Wrong("A file of this message is not here. Upload it first, and send it once.");

    public static ProblemHttpResult TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return Problem(StatusCodes.Status429TooManyRequests, "Too many requests", "Wait a moment, then try again.");
    }

    public static ProblemHttpResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "3";
        return Problem(StatusCodes.Status503ServiceUnavailable, "Not now", "Try again in a moment.");
    }

    private static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title);
}
