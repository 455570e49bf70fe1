using System.Security.Claims;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Files;

/// <summary>Passes a stored file on. Pictures are shown; everything else is only offered as a download, so that nothing of a resident runs here.</summary>
internal static class ShowFile
{
    internal static void MapFiles(this WebApplication app) =>
        app.MapGet("/bestanden/{file:guid}", Get).RequireAuthorization(SignInSetup.Policy).ExcludeFromDescription();

    internal static bool IsPicture(string? contentType) => contentType is "image/jpeg" or "image/png" or "image/webp" or "image/gif";

    private static async Task Get(Guid file, ClaimsPrincipal user, DeskClients clients, HttpContext context)
    {
        using var answer = await clients.For(user).File(file, context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        context.Response.ContentType = IsPicture(type) ? type! : "application/octet-stream";
        context.Response.Headers.ContentDisposition = IsPicture(type) ? "inline" : "attachment";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
