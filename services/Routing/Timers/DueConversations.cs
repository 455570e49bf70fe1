using Npgsql;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Timers;

/// <summary>Takes conversations for which a moment has come, and appends what that brings.</summary>
internal sealed class DueConversations(EventStore.EventStore store)
{
    private const int Portion = 100;

    /// <summary>Conversations of any municipality that satisfy a condition on <c>c</c>, where <c>$1</c> is now.</summary>
    public async Task<int> HandleAsync(
        string where,
        DateTimeOffset now,
        Func<Conversation, IReadOnlyList<object>> decide,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var due = await TakeAsync(session.Connection, where, now, ct);
        var after = new List<Conversation>(due.Count);
        foreach (var conversation in due)
        {
            var events = decide(conversation);
            if (events.Count == 0)
                continue;
            session.Append(
                Streams.Conversation(conversation.Municipality, conversation.Id),
                conversation.Version,
                events,
                conversation.ResidentId
            );
            after.Add(events.Aggregate(conversation, Conversation.Evolve) with { Version = conversation.Version + events.Count });
        }
        if (after.Count > 0)
            session.Also(WorkListRow.Write(after));
        await session.CommitAsync(ct);
        return after.Count;
    }

    private static async Task<IReadOnlyList<Conversation>> TakeAsync(
        NpgsqlConnection connection,
        string where,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where {where} order by c.id limit {Portion} for no key update skip locked",
            connection
        )
        {
            Parameters = { new() { Value = now } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var due = new List<Conversation>();
        while (await row.ReadAsync(ct))
            due.Add(WorkListRow.Read(row));
        return due;
    }
}
