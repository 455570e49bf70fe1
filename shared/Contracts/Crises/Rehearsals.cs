using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Crises;

// The stream rehearsal-{crisis}, with the tenant of the crisis, written by Crisis. Times are UTC.

/// <summary>A coordinator started a wave of messages of made-up residents in an exercise.</summary>
/// <param name="Municipalities">Where they come: CBS codes.</param>
/// <param name="Messages">All it holds.</param>
/// <param name="Factor">How many times faster than real.</param>
/// <param name="PerMinute">Not more than this in a real minute; null: as it comes.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record WaveStarted(
    Guid WaveId,
    Guid CrisisId,
    string Title,
    IReadOnlyList<string> Municipalities,
    int Messages,
    double Factor,
    int? PerMinute,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A wave was held.</summary>
/// <param name="Sent">Messages that had come.</param>
/// <param name="By">Null when the exercise no longer held.</param>
public sealed record WaveHeld(Guid WaveId, int Sent, string? Municipality, AgentRef? By, DateTimeOffset At);

/// <summary>A wave that was held goes on where it was.</summary>
public sealed record WaveResumed(Guid WaveId, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>All messages of a wave have come.</summary>
public sealed record WaveDone(Guid WaveId, int Sent, DateTimeOffset At);
