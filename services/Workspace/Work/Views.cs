using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>The parts of the work list a colleague can look at.</summary>
internal sealed record Views(string Code, string Title, string Icon, Func<WorkListCounts, int?> Count)
{
    internal const string Mine = "mine";
    internal const string Waiting = "waiting";
    internal const string Resolved = "resolved";

    internal static IReadOnlyList<Views> All =>
        [
            new(Waiting, Texts.ViewWaiting, "inbox", counts => counts.Waiting),
            new(Mine, Texts.ViewMine, "user-check", counts => counts.Mine),
            new("overdue", Texts.ViewOverdue, "clock", counts => counts.Overdue),
            new("attention", Texts.ViewAttention, "alert-triangle", counts => counts.NeedsAttention),
            new("answered", Texts.ViewAnswered, "check", counts => counts.Answered),
            new("snoozed", Texts.ViewSnoozed, "clock-pause", counts => counts.Snoozed),
            new(Resolved, Texts.ViewResolved, "checks", _ => null),
        ];
}
