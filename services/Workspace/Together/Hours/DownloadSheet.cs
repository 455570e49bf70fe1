using System.Security.Claims;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Together.Hours;

/// <summary>Passes the settlement sheet on as a file, to who may read it.</summary>
internal static class DownloadSheet
{
    internal static void MapSheets(this WebApplication app) =>
        app.MapGet("/samen/urenbank/{pool}/{month}.csv", Get).RequireAuthorization(SignInSetup.Policy).ExcludeFromDescription();

    private static async Task Get(string pool, string month, ClaimsPrincipal user, DeskClients clients, HttpContext context)
    {
        using var answer = await clients.For(user).Hours.File(pool, month, context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        context.Response.Headers.CacheControl = "private, no-store";
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
