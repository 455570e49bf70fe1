using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Tables;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Figures;

/// <summary><c>GET /api/v1/figures</c>, and the same as a file: the figures of a scope and period.</summary>
internal static class ShowFigures
{
    private const int MostDays = 400;

    internal static async Task<Results<Ok<FigureReport>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Scopes scopes,
        Reporting reporting,
        CancellationToken ct
    ) =>
        asked.WhyNot() is { } sentence ? Wrong(sentence)
        : await scopes.FindAsync(caller, asked.Scope, Scopes.Readers, asked.At, ct) is not { } scope ? TypedResults.NotFound()
        : TypedResults.Ok(await reporting.OfAsync(scope, asked.From, asked.Until, scope.At, ct));

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        [AsParameters] AskedFile file,
        Caller caller,
        Scopes scopes,
        Reporting reporting,
        CancellationToken ct
    ) =>
        Forms.Of(file.Form) is not { } form ? Forms.Unknown()
        : file.Asked.WhyNot() is { } sentence ? Wrong(sentence)
        : await scopes.FindAsync(caller, file.Scope, Scopes.Readers, file.At, ct) is not { } scope ? TypedResults.NotFound()
        : FiguresCsv.File(await reporting.OfAsync(scope, file.From, file.Until, scope.At, ct), form);

    internal static ProblemHttpResult Wrong(string sentence) =>
        TypedResults.Problem(sentence, statusCode: 400, title: "Dit verzoek klopt niet");

    /// <summary>A period as asked for.</summary>
    internal readonly record struct Asked(string? Scope, DateOnly From, DateOnly Until, DateTimeOffset? At)
    {
        internal string? WhyNot() =>
            Until < From ? "De laatste dag ligt voor de eerste."
            : Until.DayNumber - From.DayNumber >= MostDays ? $"Kies een periode van hooguit {MostDays} dagen."
            : null;
    }

    /// <summary>The same as a table.</summary>
    internal readonly record struct AskedFile(string? Scope, DateOnly From, DateOnly Until, DateTimeOffset? At, string? Form)
    {
        internal Asked Asked => new(Scope, From, Until, At);
    }
}
