using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Figures;

/// <summary>How a figure is put together of what single questions measure.</summary>
internal enum FigureKind
{
    /// <summary>How many; each counts one.</summary>
    Number,

    /// <summary>Of a hundred; each is yes (1) or no (0).</summary>
    Share,

    /// <summary>The mean.</summary>
    Mean,

    /// <summary>Half are no longer than this; nine of ten are no longer than that.</summary>
    Duration,
}

/// <summary>One figure: what a question measures, or null when it does not count. The blueprint tells the same in words, under the same id.</summary>
/// <param name="Measure">With the days that the definition gives.</param>
internal sealed record FigureRule(string Id, FigureKind Kind, Func<Counted, int, double?> Measure)
{
    internal string Unit =>
        Kind switch
        {
            FigureKind.Duration => FigureUnits.Minutes,
            FigureKind.Share => FigureUnits.Percent,
            FigureKind.Mean when Id == "satisfaction" => FigureUnits.Score,
            _ => FigureUnits.Count,
        };
}

/// <summary>All figures.</summary>
internal static class FigureRules
{
    internal static readonly IReadOnlyList<FigureRule> All =
    [
        new("questions", FigureKind.Number, (_, _) => 1),
        new("first-response", FigureKind.Duration, (one, _) => one.OpenMinutes(one.Facts.Arrived, one.Facts.FirstAnswer)),
        new("first-response-clock", FigureKind.Duration, (one, _) => Counted.ClockMinutes(one.Facts.Arrived, one.Facts.FirstAnswer)),
        new("resolution", FigureKind.Duration, (one, _) => IfHelped(one, () => one.OpenMinutes(one.Facts.Arrived, one.Facts.ResolvedAt))),
        new(
            "resolution-clock",
            FigureKind.Duration,
            (one, _) => IfHelped(one, () => Counted.ClockMinutes(one.Facts.Arrived, one.Facts.ResolvedAt))
        ),
        new("level-met", FigureKind.Share, (one, _) => LevelMet(one)),
        new("unanswered", FigureKind.Share, (one, _) => Unanswered(one)),
        new(
            "first-contact",
            FigureKind.Share,
            (one, _) => IfHelped(one, () => Yes(one.Facts is { Answers: 1, Reopenings: 0, HandOffs: 0 }))
        ),
        new(
            "repeat-contact",
            FigureKind.Share,
            (one, days) => IfHelped(one, () => Yes(one.AskedAgain(one.Facts.ResolvedAt!.Value, days, _ => true)))
        ),
        new("reopened", FigureKind.Share, (one, _) => one.Facts.ResolvedAt is null ? null : Yes(one.Facts.Reopenings > 0)),
        new(
            "channel-switch",
            FigureKind.Share,
            (one, days) => Yes(one.AskedAgain(one.Question.OpenedAt, days, other => other.Question.Channel != one.Question.Channel))
        ),
        new("hand-offs", FigureKind.Mean, (one, _) => IfHelped(one, () => one.Facts.HandOffs)),
        new(
            "helped-by-others",
            FigureKind.Share,
            (one, _) => one.Facts.FirstAnswer is null ? null : Yes(one.Facts.FirstAnswerBy == Question.By.Pool)
        ),
        new("satisfaction", FigureKind.Mean, (one, _) => one.Facts.Score),
        new("satisfaction-answered", FigureKind.Share, (one, _) => one.Facts.Asked is null ? null : Yes(one.Facts.ScoredWhenAsked)),
        new("loop-kept", FigureKind.Share, (one, _) => LoopKept(one)),
    ];

    private static double Yes(bool holds) => holds ? 1 : 0;

    private static double? IfHelped(Counted one, Func<double?> measure) => one.Facts.Helped ? measure() : null;

    /// <summary>Still on its way, or left without a reply before it was due: not counted.</summary>
    private static double? LevelMet(Counted one) =>
        one.Facts switch
        {
            { FirstDue: null } => null,
            { FirstDue: { } due, FirstAnswer: { } answer } => Yes(answer <= due),
            { FirstDue: { } due, ResolvedAt: { } resolved } when resolved <= due => null,
            { FirstDue: { } due } => due < one.Moment ? 0 : null,
        };

    private static double? Unanswered(Counted one) =>
        one.Facts.FirstDue is { } due && due < one.Moment ? Yes(one.Facts is { FirstAnswer: null, ResolvedAt: null }) : null;

    /// <summary>A promise of which the day is still to pass is not counted.</summary>
    private static double? LoopKept(Counted one)
    {
        var late = one.Facts.LatePromises + (one.Facts.Promised < one.Moment ? 1 : 0);
        return one.Facts.KeptPromises + late == 0 ? null : Yes(late == 0);
    }
}
