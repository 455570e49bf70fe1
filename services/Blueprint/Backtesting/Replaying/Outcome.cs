using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>The part of a decision that a back-test compares.</summary>
/// <param name="Due">When an answer is due; null when none is.</param>
internal readonly record struct Outcome(
    string? Topic,
    string? WorkList,
    string? Role,
    string? Priority,
    DateTimeOffset? Due,
    IReadOnlyList<string> Suggest,
    string? Overflow,
    string? Acknowledge,
    string? NoReply,
    bool Approval
)
{
    internal static Outcome Of(Decision decision) =>
        new(
            decision.Topic,
            decision.WorkList,
            decision.Role,
            decision.Priority,
            decision.Due,
            decision.Suggest,
            decision.Overflow,
            decision.Acknowledge,
            decision.NoReply,
            decision.ApprovalRequired
        );
}
