namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>A sample as it is kept: where its message stands, never what it says. The text is read again when somebody looks.</summary>
/// <param name="Sequence">Place of the message in the log.</param>
internal sealed record StoredSample(
    string Municipality,
    Guid Conversation,
    long Sequence,
    DateTimeOffset At,
    string Channel,
    string? From,
    string? To,
    string? Why
);
