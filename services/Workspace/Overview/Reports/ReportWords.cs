using WebcareHub.Workspace.Overview.Parts;

namespace WebcareHub.Workspace.Overview.Reports;

/// <summary>What a report calls itself and its periods.</summary>
/// <param name="Now">Head of the column of the period itself.</param>
/// <param name="Was">Of the one before.</param>
public sealed record ReportWords(string Name, string Now, string Was)
{
    internal static ReportWords Of(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => new(OverviewTexts.WeekReport, OverviewTexts.NowWeek, OverviewTexts.WasWeek),
            PeriodKind.Month => new(OverviewTexts.MonthReport, OverviewTexts.NowMonth, OverviewTexts.WasMonth),
            _ => new(OverviewTexts.BoardPage, OverviewTexts.Now, OverviewTexts.Was),
        };
}
