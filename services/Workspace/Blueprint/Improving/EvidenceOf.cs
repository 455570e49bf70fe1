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

    /// <summary>What was measured, whole numbers on both sides; what says too little stays away.</summary>
    internal static NewEffect Effect(ReleaseEffect effect)
    {
        Dictionary<string, long> counts = new()
        {
            [Side(OverviewTexts.Questions, ImprovementTexts.Before)] = effect.Before ?? 0,
            [Side(OverviewTexts.Questions, ImprovementTexts.After)] = effect.After ?? 0,
        };
        foreach (var figure in effect.Figures.Where(figure => !figure.TooFew))
        {
            var title = SayImprovements.WithUnit(figure.Title, figure.Unit);
            counts[Side(title, ImprovementTexts.Before)] = Whole(figure.Before);
            counts[Side(title, ImprovementTexts.After)] = Whole(figure.After);
        }

        return new NewEffect(effect.Sentence, counts);
    }

    private static string Side(string title, string side) => SayFigures.Format(ImprovementTexts.EffectCount, title, side.ToLowerInvariant());

    private static long Whole(double? value) => (long)Math.Round(value ?? 0, MidpointRounding.AwayFromZero);

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
