namespace WebcareHub.Workspace.Crisis.Evaluating;

/// <summary>Where a line of the log stands in an evaluation. Every line stands somewhere: what is not known is a decision or a note.</summary>
internal static class EvaluationParts
{
    internal const string Switches = "switches";
    internal const string Messages = "messages";
    internal const string Answers = "answers";
    internal const string Heard = "heard";
    internal const string Decisions = "decisions";

    private static readonly HashSet<string> Switched =
    [
        "prepared",
        "proposed",
        "declared",
        "nationalAsked",
        "confirmed",
        "fellBack",
        "scaledUp",
        "scaledDown",
        "phaseChanged",
        "scopeChanged",
        "gripTold",
        "nationalStructure",
        "paused",
        "resumed",
        "ended",
        "aftermath",
        "evaluation",
        "closed",
        "setAside",
        "handedOver",
    ];

    internal static string Of(string kind) =>
        Switched.Contains(kind) || kind.StartsWith("wave", StringComparison.Ordinal) ? Switches
        : kind.StartsWith("coreMessage", StringComparison.Ordinal) ? Messages
        : kind.StartsWith("answer", StringComparison.Ordinal) ? Answers
        : kind.StartsWith("rumour", StringComparison.Ordinal) || kind == "analysisFrozen" ? Heard
        : Decisions;
}
