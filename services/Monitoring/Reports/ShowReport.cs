using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Tables;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Reports;

/// <summary><c>GET /api/v1/reports/{kind}</c>, and the same as a table.</summary>
internal static class ShowReport
{
    internal static async Task<Results<Ok<PeriodReport>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Services services,
        CancellationToken ct
    ) =>
        asked.Days(services.Time) is not { } period ? (asked.Known ? ShowFigures.Wrong(NoPeriod) : TypedResults.NotFound())
        : await services.FindAsync(caller, asked, ct) is not { } scope ? TypedResults.NotFound()
        : TypedResults.Ok(await services.Composing.ComposeAsync(scope, caller, period, scope.At, ct));

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        [AsParameters] Asked asked,
        string? form,
        Caller caller,
        Services services,
        CancellationToken ct
    ) =>
        Forms.Of(form) is not { } csv ? Forms.Unknown()
        : asked.Days(services.Time) is not { } period ? (asked.Known ? ShowFigures.Wrong(NoPeriod) : TypedResults.NotFound())
        : await services.FindAsync(caller, asked, ct) is not { } scope ? TypedResults.NotFound()
        : ReportCsv.File(await services.Composing.ComposeAsync(scope, caller, period, scope.At, ct), csv);

    private const string NoPeriod = "Noem een periode als 2026-W47 (week), 2026-11 (maand) of 2026-Q4 (kwartaal).";

    /// <summary>What it is made with.</summary>
    internal sealed record Services(Scopes Scopes, Composing Composing, TimeProvider Time)
    {
        /// <summary>Who does the work reads how the week went.</summary>
        internal Task<Scope?> FindAsync(Caller caller, Asked asked, CancellationToken ct) =>
            Scopes.FindAsync(caller, asked.Scope, asked.Kind == ReportPeriod.Week ? Scopes.Watchers : Scopes.Readers, asked.At, ct);
    }

    /// <param name="Period">Without it the last one that is over.</param>
    internal readonly record struct Asked(string Kind, string? Scope, string? Period, DateTimeOffset? At)
    {
        internal bool Known => ReportChoice.All.ContainsKey(Kind);

        internal ReportPeriod? Days(TimeProvider time) => ReportPeriod.Parse(Kind, Period, Local.Day(At ?? time.GetUtcNow()));
    }
}
