namespace WebcareHub.Contracts.Conversations;

// The stream resident-{guid}, written by Routing: the same word stands in both residents' streams, each under the key of its own. Times are UTC.

/// <summary>A colleague says that this resident and another are one person. Their conversations and keys stay their own.</summary>
/// <param name="Evidence">What it rests on, Dutch.</param>
public sealed record ResidentsLinked(
    Guid ResidentId,
    Guid OtherResidentId,
    [property: Personal] string? Evidence,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A colleague says that what the hub took for evidence is none: they are two, and are not suggested again.</summary>
/// <param name="Evidence">What was suggested, Dutch.</param>
public sealed record SuggestionDismissed(
    Guid ResidentId,
    Guid OtherResidentId,
    [property: Personal] string? Evidence,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>It may be suggested again: a colleague says so, or one of them was forgotten.</summary>
public sealed record SuggestionRestored(Guid ResidentId, Guid OtherResidentId, AgentRef By, DateTimeOffset At);

/// <summary>They are two again: a colleague says so, or one of them was forgotten.</summary>
public sealed record ResidentsUnlinked(Guid ResidentId, Guid OtherResidentId, AgentRef By, DateTimeOffset At);
