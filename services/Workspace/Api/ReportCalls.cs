using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Reports of one page.</summary>
internal sealed class ReportCalls(ApiCalls api)
{
    /// <param name="kind">week, month or quarter.</param>
    /// <param name="period">2026-W47, 2026-11 or 2026-Q4.</param>
    /// <param name="at">Null for now.</param>
    internal Task<PeriodReport> Read(string kind, string period, string? scope, DateTimeOffset? at) =>
        api.Get<PeriodReport>(
            $"api/v1/reports/{kind}" + BlueprintCalls.Query(("period", period), ("scope", scope), ("at", FigureCalls.Iso(at)))
        );
}
