using Npgsql;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Routing.Inbound;

/// <summary>
/// What the municipality wrote under a post outside this hub, to somebody the platform does not name. Where one person asked, it was to them; where
/// several did, nobody can tell, and no question is taken for answered.
/// </summary>
internal static class EchoThreads
{
    public static async Task<IReadOnlyList<Known>> PlaceAsync(NpgsqlConnection connection, IReadOnlyList<Known> known, CancellationToken ct)
    {
        var loose = known.Where(IsLoose).ToArray();
        if (loose.Length == 0)
            return known;
        var found = await FindAsync(connection, loose, ct);
        if (found.Count == 0)
            return known;
        await LockAsync(connection, [.. found.Values], ct);
        return [.. known.Select(item => found.TryGetValue(item.Item, out var conversation) ? item with { Latest = conversation } : item)];
    }

    private static bool IsLoose(Known known) =>
        known is { Latest: null, Target: null, Item: { Inbound.Content: InboundEcho, Thread.Length: > 0 } };

    private static async Task<Dictionary<Item, Guid>> FindAsync(NpgsqlConnection connection, Known[] loose, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select u.n::int, (array_agg(c.id order by c.opened_at desc))[1]
            from unnest($1::varchar[], $2::varchar[], $3::varchar[]) with ordinality as u (tenant, account, thread, n)
            join routing.conversations c on c.tenant_id = u.tenant and c.account = u.account and c.thread = u.thread and c.thread <> ''
            where not c.erased
            group by u.n having count(distinct c.person_id) = 1
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = loose.Select(item => item.Item.Municipality).ToArray() },
                new() { Value = loose.Select(item => item.Item.Inbound.Account).ToArray() },
                new() { Value = loose.Select(item => item.Item.Thread!).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<Item, Guid>(ReferenceEqualityComparer.Instance);
        while (await row.ReadAsync(ct))
            found[loose[row.GetInt32(0) - 1].Item] = row.GetGuid(1);
        return found;
    }

    /// <summary>Nobody else writes to these until the transaction ends.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, Guid[] conversations, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select from routing.conversations c where c.id = any ($1) order by c.id for no key update",
            connection
        )
        {
            Parameters = { new() { Value = conversations } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
