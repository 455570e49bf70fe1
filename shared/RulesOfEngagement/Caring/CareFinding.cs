namespace WebcareHub.RulesOfEngagement;

/// <summary>Why an entry asks for attention.</summary>
public enum CareKind
{
    ReviewOverdue,
    Expired,
    ExpiresSoon,
    Contradiction,
    Shadowed,
    DeadAnswer,
    NeverMatches,

    /// <summary>A topic that no message of the past year was about.</summary>
    Unused,
}

/// <summary>An entry that asks for attention.</summary>
/// <param name="Layer">Where it is to be mended; also who may see it.</param>
/// <param name="Section">topics, rules, …</param>
/// <param name="Line">From 1.</param>
/// <param name="Owner">As written; null when nobody is named.</param>
/// <param name="On">The review date or the last day of validity, where that is what it is about.</param>
/// <param name="Other">The id of the entry it clashes with, or null.</param>
/// <param name="Sentence">Dutch, one sentence or two.</param>
public sealed record CareFinding(
    CareKind Kind,
    string Layer,
    string File,
    int Line,
    string Section,
    string Entry,
    string Title,
    string? Owner,
    DateOnly? On,
    string? Other,
    string Sentence
);
