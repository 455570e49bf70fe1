using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Timers;

/// <summary>The due moment passed without an answer.</summary>
internal sealed class PassDeadlines(DueConversations due) : ITimedWork
{
    public Task<int> DoAsync(DateTimeOffset now, CancellationToken ct) =>
        due.HandleAsync(
            "c.due_at is not null and c.due_at <= $1 and not c.overdue and c.status in (0, 1)",
            now,
            conversation => [new DeadlinePassed(conversation.DueAt!.Value, now)],
            ct
        );
}
