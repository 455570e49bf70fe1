namespace WebcareHub.EventStore;

/// <summary>An event as it was recorded.</summary>
/// <param name="Sequence">Place in the whole log.</param>
/// <param name="Version">Place in its stream, from 1.</param>
/// <param name="Timestamp">When it was appended (UTC).</param>
/// <param name="Resident">Whose key its personal properties are under.</param>
/// <param name="CorrelationId">W3C trace id, when known.</param>
/// <param name="CausationId">Id of the message or request that caused it, when known.</param>
public sealed record RecordedEvent(
    long Sequence,
    Guid Id,
    StreamKey Stream,
    long Version,
    object Data,
    DateTimeOffset Timestamp,
    Guid? Resident,
    string? CorrelationId = null,
    string? CausationId = null
);
