namespace WebcareHub.Monitoring.Reports;

/// <summary>Which parts a report has: that is all in which the three differ. As much as fits on one page with what the figures count.</summary>
/// <param name="Figures">As the blueprint names them, in its order.</param>
/// <param name="Cost">What it cost, for who answers for the money.</param>
internal sealed record ReportChoice(
    IReadOnlyList<string> Figures,
    bool Channels = false,
    bool PartsOfDay = false,
    bool Weeks = false,
    bool WithoutAnswer = false,
    bool Cost = false
)
{
    internal const int Topics = 5;

    internal static ReportChoice For(string kind) => All[kind];

    internal static readonly IReadOnlyDictionary<string, ReportChoice> All = new Dictionary<string, ReportChoice>
    {
        // What the team itself can do something about next week.
        [ReportPeriod.Week] = new(
            ["questions", "first-response", "level-met", "unanswered", "reopened", "satisfaction"],
            Channels: true,
            PartsOfDay: true,
            WithoutAnswer: true
        ),
        [ReportPeriod.Month] = new(
            ["questions", "first-response", "resolution", "level-met", "first-contact", "repeat-contact", "satisfaction"],
            Weeks: true,
            Cost: true
        ),
        [ReportPeriod.Quarter] = new(
            ["questions", "first-response", "level-met", "unanswered", "first-contact", "repeat-contact", "hand-offs", "satisfaction"],
            Cost: true
        ),
    };
}
