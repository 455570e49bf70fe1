using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Timers;

namespace WebcareHub.Routing.Promises;

/// <summary>What we promised to come back to comes back on its day, also when it was closed meanwhile.</summary>
internal sealed class ReturnPromises(DueConversations due) : ITimedWork
{
    public Task<int> DoAsync(DateTimeOffset now, CancellationToken ct) =>
        due.HandleAsync("c.back_at <= $1", now, conversation => Decide(conversation, now), ct);

    public static IReadOnlyList<object> Decide(Conversation conversation, DateTimeOffset now) =>
        conversation is not { BackAt: { } back, PromisedUntil: { } until } || back > now ? []
        : conversation.Status == ConversationStatus.Resolved ? [new Reopened(null, now, Promised: true), new LoopDue(until, now)]
        : [new LoopDue(until, now)];
}
