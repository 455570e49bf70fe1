using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Blueprint.Improving;

/// <summary>What a report says, as evidence for a proposal: only totals, so that whoever reads the proposal may read them.</summary>
internal static class EvidenceOf
{
    internal static NewEvidence Backtest(Backtest run)
    {
        var title = string.Format(
            CultureInfo.CurrentCulture,
            ImprovementTexts.EvidenceTitle,
            SayImprovements.Day(run.From),
            SayImprovements.Day(run.Until)
        );
        return new NewEvidence(title, run.Id, run.Report is { } report ? Counts(report) : null);
    }

    private static Dictionary<string, long> Counts(BacktestReport report)
    {
        Dictionary<string, long> counts = new()
        {
            [ImprovementTexts.CountMessages] = report.Messages,
            [ImprovementTexts.CountChanged] = report.Changed,
        };
        foreach (var kind in report.Kinds.Where(kind => kind.Count > 0))
        {
            counts[SayBacktests.Kind(kind.Kind)] = kind.Count;
        }

        return counts;
    }
}
