using Npgsql;

namespace WebcareHub.Routing.Inbound;

/// <summary>
/// Where a platform tells only which post is answered, and not the thread: an answer under one of ours, or under another's that is here, goes on in
/// that one's thread. What answers a post that is not here begins a thread of its own.
/// </summary>
internal static class AnsweredThreads
{
    private sealed record Found(string Thread, Guid? Latest);

    public static async Task<IReadOnlyList<Known>> PlaceAsync(NpgsqlConnection connection, IReadOnlyList<Known> known, CancellationToken ct)
    {
        var loose = known.Where(item => item is { Latest: null, Resident: not null, Item.Answers: not null }).ToArray();
        if (loose.Length == 0)
            return known;
        var found = await FindAsync(connection, loose, ct);
        if (found.Count == 0)
            return known;
        await EchoThreads.LockAsync(connection, [.. found.Values.Select(place => place.Latest).OfType<Guid>()], ct);
        return
        [
            .. known.Select(item =>
                found.TryGetValue(item.Item, out var place) ? item with { Latest = place.Latest, Thread = place.Thread } : item
            ),
        ];
    }

    // The one who answers may be another than who asked: then it is a conversation of their own, in the same thread.
    private static async Task<Dictionary<Item, Found>> FindAsync(NpgsqlConnection connection, Known[] loose, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select u.n::int, c.thread, (
                select k.id from routing.conversations k
                where k.person_id = u.resident and k.account = c.account and k.thread = c.thread and not k.erased
                order by k.opened_at desc limit 1)
            from unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::uuid[]) with ordinality as u (tenant, account, answers, resident, n)
            join routing.messages m on m.tenant_id = u.tenant and m.platform_hash = u.answers
            join routing.conversations c on c.id = m.conversation_id and c.account = u.account and c.thread <> '' and not c.erased
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = loose.Select(item => item.Item.Municipality).ToArray() },
                new() { Value = loose.Select(item => item.Item.Inbound.Account).ToArray() },
                new() { Value = loose.Select(item => item.Item.Answers!).ToArray() },
                new() { Value = loose.Select(item => item.Resident!.Value).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<Item, Found>(ReferenceEqualityComparer.Instance);
        while (await row.ReadAsync(ct))
            found[loose[row.GetInt32(0) - 1].Item] = new(row.GetString(1), row.IsDBNull(2) ? null : row.GetGuid(2));
        return found;
    }
}
