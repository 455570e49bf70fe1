using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>What is tried, on which period.</summary>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, not included.</param>
/// <param name="Known">The moment up to which answers are known: the end of the period, or earlier when that has not passed yet.</param>
/// <param name="Candidate">The blueprint of a municipality as it would be.</param>
/// <param name="Baseline">The blueprint to compare with; null compares with what was decided.</param>
internal sealed record Trial(
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset Known,
    Func<string, EffectiveBlueprint> Candidate,
    Func<string, EffectiveBlueprint>? Baseline = null
)
{
    internal bool Holds(DateTimeOffset at) => at >= From && at < Until;
}
