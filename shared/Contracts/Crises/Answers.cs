using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Crises;

// The stream answer-to-many-{guid v7}, written by Routing; its tenant is the layer of its crisis or the municipality it stays within, and for an
// exercise oef. before it. Past tense, only ever added to. Times are UTC. What each resident got stands in their own conversation.

/// <summary>One answer was approved for many; nothing leaves within the undo window.</summary>
/// <param name="CrisisId">Null: within one municipality.</param>
/// <param name="CoreMessageId">The core message it tells, or corrects.</param>
/// <param name="Text">Without greeting and signature; null for a standard answer, and where it looks as if personal data is in it.</param>
/// <param name="Count">To how many.</param>
/// <param name="Municipalities">Where they live: CBS codes.</param>
/// <param name="Correction">It also went to whom was answered before.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record AnswerToManyApproved(
    Guid Id,
    Guid? CrisisId,
    Guid? CoreMessageId,
    string? AnswerId,
    string? Text,
    int Count,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Channels,
    bool Correction,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>What had not left was kept, and nobody joins any more.</summary>
/// <param name="Whole">Within the undo window: nothing left at all.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record AnswerToManyTakenBack(bool Whole, string Municipality, AgentRef By, DateTimeOffset At);
