namespace WebcareHub.Routing.Pools;

/// <summary>The first question of a municipality that a colleague of the pool could take.</summary>
/// <param name="Share">The municipality's weight.</param>
/// <param name="Pass">How far it has been served: grows by one divided by the share with each question.</param>
/// <param name="Priority">As the work list sorts it: the lowest first.</param>
/// <param name="RiskAt">The nearest deadline that can still be met but is near, where this priority is the highest of all.</param>
internal sealed record Head(
    string Municipality,
    int Share,
    double Pass,
    short Priority,
    DateTimeOffset? DueAt,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? RiskAt
);

/// <summary>Whose question is next.</summary>
/// <param name="AtRisk">The one with the nearest deadline that can still be met, otherwise the first one.</param>
/// <param name="Pass">Where the municipality stands in the fair share when it is served.</param>
internal sealed record Choice(string Municipality, short Priority, bool AtRisk, double Pass);

/// <summary>
/// Who is next in a pool: the highest priority; then deadlines at risk, the nearest first; otherwise the municipality that has been served least for
/// its share. A deadline that has passed can no longer be met: it waits for its municipality's turn. Pure.
/// </summary>
internal static class Choosing
{
    /// <summary>Deadlines nearer than this are at risk.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromMinutes(15);

    /// <summary>So many may be taken by others between looking and taking.</summary>
    public const int MostTries = 24;

    /// <summary>In which order to try: somebody else may have taken the first one.</summary>
    /// <param name="poolPass">Where the pool stands: who had no questions for a while joins here, and has no arrears to claim.</param>
    public static IReadOnlyList<Choice> Order(IReadOnlyList<Head> heads, double poolPass)
    {
        var fair = heads
            .OrderBy(head => head.Priority)
            .ThenBy(head => Pass(head, poolPass))
            .ThenBy(head => head.DueAt ?? DateTimeOffset.MaxValue)
            .ThenBy(head => head.WaitingSince)
            .ThenBy(head => head.Municipality, StringComparer.Ordinal)
            .Select(head => new Choice(head.Municipality, head.Priority, false, Pass(head, poolPass)));
        var risky = heads
            .Where(head => head.RiskAt is not null)
            .OrderBy(head => head.RiskAt)
            .Select(head => new Choice(head.Municipality, head.Priority, true, Pass(head, poolPass)));
        return [.. risky, .. fair];
    }

    /// <summary>Where the pool stands now: with the municipality that was served least of those that have questions.</summary>
    public static double Standing(IReadOnlyList<Head> heads, double poolPass) =>
        heads.Count == 0 ? poolPass : heads.Min(head => Pass(head, poolPass));

    private static double Pass(Head head, double poolPass) => Math.Max(head.Pass, poolPass);
}
