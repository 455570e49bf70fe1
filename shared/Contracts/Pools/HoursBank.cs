using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Pools;

// The stream hours-{pool}-{yyyy-MM} with the pool as tenant, written by Monitoring.

/// <summary>A counter-entry was booked in the hours bank of a pool.</summary>
/// <param name="Month">In which it counts, yyyy-MM.</param>
/// <param name="Giver">Whose balance rises by <paramref name="Seconds"/>; the receiver's falls by as much.</param>
/// <param name="Reason">Without personal data: every member reads it.</param>
/// <param name="About">The month it sets right; null when it is about no month.</param>
public sealed record HoursCorrected(
    Guid CorrectionId,
    string Pool,
    string Month,
    string Giver,
    string Receiver,
    long Seconds,
    string Reason,
    string? About,
    AgentRef By,
    DateTimeOffset At
);
