using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Overview.Learning;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Overview.Parts;

/// <summary>Passes tables and texts on as files, to who may read them.</summary>
internal static class Downloads
{
    /// <summary>The file as an address ends, and where the APIs have it; null when what was asked names nothing.</summary>
    private static readonly Dictionary<string, Func<Asked, string?>> Files = new()
    {
        ["cijfers.csv"] = asked => asked.Days is { } days ? "figures/file" + asked.Over(days).Query : null,
        ["rapport.csv"] = asked =>
            asked.Days is { } days
                ? $"reports/{days.KindInApi}/file"
                    + BlueprintCalls.Query(("scope", asked.Gebied), ("period", days.CodeInApi), ("at", asked.At))
                : null,
        ["newsroom.csv"] = asked => "newsroom/file" + BlueprintCalls.Query(("scope", asked.Gebied), ("at", asked.At)),
        ["vergelijking.csv"] = asked =>
            "figures/comparison/file" + BlueprintCalls.Query(("month", asked.Maand), ("group", asked.Groep), ("at", asked.At)),
        ["kosten.csv"] = asked => asked.Days is { } days ? "figures/money/file" + asked.Money(days) : null,
        ["onderwerpen.csv"] = asked => asked.Days is { } days ? "figures/topics/file" + asked.Over(days).Query : null,
        ["samenvatting.txt"] = asked =>
            asked.Days is { } days && DigestSubject.Of(asked.Onderwerp) is var (topic, theme)
                ? "figures/topics/digest/text" + LearningCalls.DigestQuery(asked.Over(days), topic, theme)
                : null,
        ["vergeefs-gezocht.csv"] = asked =>
            asked.Days is { } days
                ? "searches-in-vain/file"
                    + BlueprintCalls.Query(
                        ("scope", asked.Van == "alle" ? "all" : "own"),
                        ("from", FigureCalls.Day(days.From)),
                        ("until", FigureCalls.Day(days.Until))
                    )
                : null,
        ["datawoordenboek.csv"] = _ => "figures/dictionary/file",
    };

    internal static void MapDownloads(this WebApplication app)
    {
        foreach (var (file, address) in Files)
        {
            app.MapGet(
                    $"/overzicht/{file}",
                    ([AsParameters] Asked asked, DeskClients clients, HttpContext context) => Pass(address(asked), clients, context)
                )
                .RequireAuthorization(SignInSetup.Policy)
                .ExcludeFromDescription();
        }
    }

    private static async Task Pass(string? address, DeskClients clients, HttpContext context)
    {
        if (address is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var answer = await clients.For(context.User).File("api/v1/" + address, context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString() ?? "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        context.Response.Headers.CacheControl = "private, no-store";
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>What pages have in their address.</summary>
    private readonly record struct Asked(
        string? Gebied,
        string? Periode,
        string? Op,
        string? Maand,
        string? Groep,
        string? Eenmalig,
        string? Jaarlijks,
        string? Voorkomen,
        string? Onderwerp,
        string? Van
    )
    {
        internal Period? Days => Period.Parse(Periode);

        internal string? At => FigureCalls.Iso(PastMoment.Parse(Op));

        internal FigureQuestion Over(Period days) => new(Gebied, days.From, days.Until, PastMoment.Parse(Op));

        internal string Money(Period days) =>
            BlueprintCalls.Query(
                ("from", FigureCalls.Day(days.From)),
                ("until", FigureCalls.Day(days.Until)),
                ("at", At),
                ("investment", Eenmalig),
                ("yearly", Jaarlijks),
                ("avoided", Voorkomen)
            );
    }
}
