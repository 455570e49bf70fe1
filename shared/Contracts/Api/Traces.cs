namespace WebcareHub.Contracts.Api;

/// <summary>Why the conversation is where it is.</summary>
/// <param name="Scores">What was decided about asking for a score and about the score; null when nothing was.</param>
public sealed record ConversationTrace(Guid Id, IReadOnlyList<TracedDecision> Decisions, IReadOnlyList<TracedScore>? Scores = null);

/// <summary>A decision about a score.</summary>
/// <param name="Sentence">Why, Dutch.</param>
/// <param name="Layers">The layers it went by, national first, each with its release.</param>
public sealed record TracedScore(DateTimeOffset At, string Sentence, IReadOnlyList<TracedLayer> Layers);
