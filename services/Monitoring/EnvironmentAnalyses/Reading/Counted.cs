using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>What the rows of a crisis add up to, before anything small is hidden.</summary>
/// <param name="Total">Messages, and conversations they came in.</param>
/// <param name="Hours">Messages by the hour, hours without any left out.</param>
/// <param name="Other">Conversations without a message in the first groups of the list.</param>
/// <param name="Signs">By the id of the sign.</param>
internal sealed record Counted(
    (int Messages, int Questions) Total,
    IReadOnlyDictionary<string, int> Channels,
    IReadOnlyDictionary<DateTimeOffset, int> Hours,
    IReadOnlyList<CountedGroup> Groups,
    int Other,
    IReadOnlyDictionary<string, CountedSign> Signs
);

/// <summary>A group of near-identical questions, in conversations.</summary>
/// <param name="Recent">In the last hour.</param>
/// <param name="Before">In the hour before that.</param>
/// <param name="Open">Without an answer of a colleague.</param>
internal sealed record CountedGroup(
    Guid Id,
    int Questions,
    int Recent,
    int Before,
    int Open,
    DateTimeOffset First,
    IReadOnlyList<string> Words
)
{
    internal EnvironmentAnswered Answered =>
        Open == 0 ? EnvironmentAnswered.Yes
        : Open == Questions ? EnvironmentAnswered.No
        : EnvironmentAnswered.Partly;
}

/// <summary>A sign, in conversations.</summary>
internal sealed record CountedSign(int Questions, int Recent, int Before);

/// <summary>The last hour against the one before.</summary>
internal static class Trends
{
    // A quarter more or less is what any hour differs from the next.
    private const double Noise = 0.25;

    private static readonly TimeSpan Needed = TimeSpan.FromHours(2);

    /// <param name="counted">How long there has been counting.</param>
    internal static EnvironmentTrend Of(TimeSpan counted, int recent, int before) =>
        counted < Needed ? EnvironmentTrend.NotYet
        : Math.Max(recent, before) < Small.Least ? EnvironmentTrend.Same
        : recent > before * (1 + Noise) ? EnvironmentTrend.Rising
        : recent < before * (1 - Noise) ? EnvironmentTrend.Falling
        : EnvironmentTrend.Same;
}
