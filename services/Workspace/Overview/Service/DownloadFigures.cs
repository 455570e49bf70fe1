using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Overview.Parts;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Overview.Service;

/// <summary>Passes the figures of a period on as a file, to who may read them.</summary>
internal static class DownloadFigures
{
    internal static void MapFigures(this WebApplication app) =>
        app.MapGet("/overzicht/cijfers.csv", Get).RequireAuthorization(SignInSetup.Policy).ExcludeFromDescription();

    private static async Task Get(string? gebied, string periode, string? op, DeskClients clients, HttpContext context)
    {
        if (Period.Parse(periode) is not { } days)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var answer = await clients
            .For(context.User)
            .Figures.File(new(gebied, days.From, days.Until, PastMoment.Parse(op)), context.RequestAborted);
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
