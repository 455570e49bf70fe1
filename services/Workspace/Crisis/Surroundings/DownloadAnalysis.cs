using System.Security.Claims;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Overview.Parts;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Crisis.Surroundings;

/// <summary>Passes what there is on paper of a crisis on as files, to who may read it.</summary>
internal static class DownloadAnalysis
{
    internal static void MapAnalyses(this WebApplication app)
    {
        var crisis = app.MapGroup("/crisis/bestanden/{crisis:guid}").RequireAuthorization(SignInSetup.Policy).ExcludeFromDescription();
        crisis.MapGet("/omgevingsanalyse-{number:int}.txt", GetText);
        crisis.MapGet("/omgevingsanalyse-{number:int}.pdf", GetPdf);
        crisis.MapGet("/berichten-per-uur.csv", GetHours);
        crisis.MapGet("/verslag.csv", GetLog);
    }

    private static Task GetText(Guid crisis, int number, ClaimsPrincipal user, [AsParameters] Passing passing) =>
        passing.On((clients, ct) => clients.For(user).Environment.File(crisis, $"versions/{number}.txt", ct));

    private static Task GetPdf(Guid crisis, int number, ClaimsPrincipal user, [AsParameters] Passing passing) =>
        passing.On((clients, ct) => clients.For(user).Environment.File(crisis, $"versions/{number}.pdf", ct));

    private static Task GetHours(Guid crisis, string? op, ClaimsPrincipal user, [AsParameters] Passing passing) =>
        passing.On(
            (clients, ct) =>
                clients
                    .For(user)
                    .Environment.File(crisis, "hours/table" + BlueprintCalls.Query(("at", FigureCalls.Iso(PastMoment.Parse(op)))), ct)
        );

    private static Task GetLog(Guid crisis, ClaimsPrincipal user, [AsParameters] Passing passing) =>
        passing.On((clients, ct) => clients.For(user).Environment.Log(crisis, ct));

    /// <summary>From the API to the browser.</summary>
    internal sealed record Passing(DeskClients Clients, HttpContext Context)
    {
        internal async Task On(Func<DeskClients, CancellationToken, Task<HttpResponseMessage>> open)
        {
            using var answer = await open(Clients, Context.RequestAborted);
            if (!answer.IsSuccessStatusCode)
            {
                Context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            Context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            Context.Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
            Context.Response.Headers.CacheControl = "private, no-store";
            await answer.Content.CopyToAsync(Context.Response.Body, Context.RequestAborted);
        }
    }
}
