using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Timers;

/// <summary>What was set aside comes back.</summary>
internal sealed class EndSnoozes(DueConversations due) : ITimedWork
{
    public Task<int> DoAsync(DateTimeOffset now, CancellationToken ct) =>
        due.HandleAsync("c.status = 3 and c.snoozed_until <= $1", now, _ => [new SnoozeEnded(now)], ct);
}
