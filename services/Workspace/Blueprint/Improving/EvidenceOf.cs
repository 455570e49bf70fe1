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

    /// <summary>What was measured, each figure as the screen shows it; what says too little stays away.</summary>
    internal static NewEffect Effect(ReleaseEffect effect) =>
        new(
            string.Join(' ', effect.Figures.Where(figure => !figure.TooFew).Select(Recorded).Prepend(effect.Sentence)),
            new Dictionary<string, long>
            {
                [Side(OverviewTexts.Questions, ImprovementTexts.Before)] = effect.Before ?? 0,
                [Side(OverviewTexts.Questions, ImprovementTexts.After)] = effect.After ?? 0,
            }
        );

    private static string Recorded(EffectFigure figure) =>
        SayFigures.Format(
            ImprovementTexts.EffectRecorded,
            figure.Title,
            SayFigures.Value(figure.Unit, figure.Before, false),
            SayFigures.Value(figure.Unit, figure.After, false)
        );

    private static string Side(string title, string side) =>
        SayFigures.Format(ImprovementTexts.EffectCount, title, side.ToLowerInvariant());

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
