namespace WebcareHub.Contracts.Conversations;

// In the stream conversation-{guid v7}: coming back to a resident with the outcome. One promise at a time is open.

/// <summary>A colleague promised the resident to come back to it.</summary>
/// <param name="What">What was promised, in the colleague's words.</param>
/// <param name="BackAt">When it comes back in the work list, in time to keep it.</param>
/// <param name="DueAt">The end of the day that was promised, here.</param>
public sealed record LoopPromised(
    [property: Personal] string? What,
    DateTimeOffset BackAt,
    DateTimeOffset DueAt,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>Back in the work list because the day of the promise has come.</summary>
public sealed record LoopDue(DateTimeOffset DueAt, DateTimeOffset At);

/// <summary>The resident was told the outcome.</summary>
public sealed record LoopClosed(AgentRef By, DateTimeOffset At);
