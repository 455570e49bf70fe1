namespace WebcareHub.Contracts.Conversations;

// In the stream conversation-{guid v7}: asking residents what they thought of the help.

/// <summary>The resident is asked what they thought of the help. Once per question.</summary>
/// <param name="ReplyId">The message that asks it; null where the channel asks by itself, as the chat does.</param>
/// <param name="ResolvedAt">The help it is about was done then.</param>
/// <param name="Releases">Release number per layer that it was decided by.</param>
/// <param name="Epoch">The epoch in force.</param>
public sealed record SatisfactionAsked(
    Guid QuestionId,
    Guid? ReplyId,
    DateTimeOffset ResolvedAt,
    IReadOnlyDictionary<string, int> Releases,
    long Epoch,
    DateTimeOffset At
);

/// <summary>What the resident thought of the help, from 1 to 10. A later one takes its place.</summary>
/// <param name="MessageId">The message it was read from; null when the channel told it as a score.</param>
public sealed record SatisfactionRated(
    int Score,
    [property: Personal] string? Comment,
    DateTimeOffset RatedAt,
    DateTimeOffset At,
    Guid? MessageId = null
);

/// <summary>A score that opens a conversation again, with what decided so.</summary>
/// <param name="Below">A lower score than this does.</param>
/// <param name="Releases">Release number per layer that it was decided by.</param>
/// <param name="Epoch">The epoch in force.</param>
public sealed record LowScore(int Score, int Below, IReadOnlyDictionary<string, int> Releases, long Epoch);
