namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>What a row of the log is to a back-test.</summary>
internal enum RecordedKind
{
    Message,
    Decision,

    /// <summary>A colleague answered, or closed the conversation: what was due no longer is.</summary>
    Answer,
}

/// <summary>A row of the log, as it was read: nothing is decoded or opened yet.</summary>
/// <param name="Version">Its place in the conversation's stream; a decision stands right behind its message.</param>
/// <param name="WrappedKey">Of a message: its resident's key; null once they were forgotten.</param>
/// <param name="Text">Of a message: its text, sealed, UTF-8; null when it had none.</param>
/// <param name="Facts">Of a decision: what it read, a JSON object.</param>
/// <param name="Sets">Of a decision: what its rules set, a JSON array in the order of the trace.</param>
/// <param name="At">Of a decision and an answer: when, as JSON had it.</param>
internal readonly record struct Recorded(
    long Sequence,
    string Municipality,
    Guid Conversation,
    long Version,
    RecordedKind Kind,
    Guid? Resident,
    byte[]? WrappedKey,
    byte[]? Text,
    byte[]? Facts,
    byte[]? Sets,
    string? At
);
