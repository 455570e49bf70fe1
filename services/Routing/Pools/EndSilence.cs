using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Timers;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Pools;

/// <summary>Who gave no sign of life for five minutes has gone home, and what they did not answer goes back.</summary>
internal sealed class EndSilence(EventStore.EventStore store) : ITimedWork
{
    private const int Portion = 20;

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var gone = await GoneAsync(session.Connection, now - Attend.Silence, ct);
        foreach (var row in gone)
            await EndAsync(session, row, now, ct);
        await session.CommitAsync(ct);
        return gone.Count;
    }

    private static async Task EndAsync(EventSession session, PresenceRow row, DateTimeOffset now, CancellationToken ct)
    {
        var held = await HeldAsync(session.Connection, row, ct);
        foreach (var conversation in held)
        {
            var released = new Released(conversation.ClaimedBy!, now);
            session.Append(
                Streams.Conversation(conversation.Municipality, conversation.Id),
                conversation.Version,
                [released],
                conversation.ResidentId
            );
        }
        if (held.Count > 0)
            session.Also(
                WorkListRow.Write([
                    .. held.Select(c => Conversation.Evolve(c, new Released(c.ClaimedBy!, now)) with { Version = c.Version + 1 }),
                ])
            );
        var (_, version) = await session.LoadAsync(SetPresent.Stream(row), 0, (count, _) => count + 1, ct);
        session.Append(
            SetPresent.Stream(row),
            version,
            [new WentOffline(new(row.Subject, row.Name), row.Municipality, true, held.Count, now)]
        );
        session.Also((row with { State = Contracts.Api.PresenceState.Offline, Since = now }).Write(now));
    }

    private static async Task<IReadOnlyList<PresenceRow>> GoneAsync(
        NpgsqlConnection connection,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {PresenceRow.Columns} from routing.presence p where p.state <> 2 and p.seen_at <= $1 limit {Portion} for update skip locked",
            connection
        )
        {
            Parameters = { new() { Value = before } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var gone = new List<PresenceRow>();
        while (await row.ReadAsync(ct))
            gone.Add(PresenceRow.Read(row));
        return gone;
    }

    private static async Task<IReadOnlyList<Conversation>> HeldAsync(NpgsqlConnection connection, PresenceRow row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {WorkListRow.Columns} from routing.conversations c where c.id in (
                select o.id from routing.conversations o where o.tenant_id = $1 and o.claimed_by = $2 and o.status = 1
                union all
                select f.id from routing.conversations f where f.claimed_by = $3 and f.claimed_pool is not null and f.status <> 4)
            order by c.id for no key update
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = row.Municipality },
                new() { Value = row.Subject },
                new() { Value = $"{row.Municipality}:{row.Subject}" },
            },
        };
        await using var found = await command.ExecuteReaderAsync(ct);
        var held = new List<Conversation>();
        while (await found.ReadAsync(ct))
            held.Add(WorkListRow.Read(found));
        return held;
    }
}
