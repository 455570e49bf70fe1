using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Conversations;

/// <summary>What we promised the resident to come back to.</summary>
internal sealed partial record Conversation
{
    /// <summary>The end of the day by which an open promise is to be kept; null when there is none.</summary>
    public DateTimeOffset? PromisedUntil { get; init; }

    /// <summary>When it comes back for that; null once it did.</summary>
    public DateTimeOffset? BackAt { get; init; }

    private Conversation Keep() => this with { PromisedUntil = null, BackAt = null };

    private Conversation ComeBack(LoopDue e) =>
        this with
        {
            BackAt = null,
            Status = AwaitsAnswer ? Status : HeldOrWaiting,
            SnoozedUntil = null,
            WaitingSince = WaitingSince ?? e.At,
            DueAt = DueAt < e.DueAt ? DueAt : e.DueAt,
            WhyHere = "Een collega beloofde om hier vandaag op terug te komen.",
        };
}
