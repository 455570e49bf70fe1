using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>What a colleague can take on now.</summary>
/// <param name="Pools">In which they help now; empty for who is not online, or helps nowhere.</param>
/// <param name="Open">Questions they have that are not answered.</param>
internal sealed record AtWork(IReadOnlyList<Doors.Work> Pools, int Capacity, int Open)
{
    /// <summary>Own questions before those of others. Who helps nowhere has no others.</summary>
    public bool OwnFirst => Pools.Count == 0 || Pools.Any(work => work.OwnFirst);

    /// <summary>Only who helps in a pool said how much they can do.</summary>
    public bool IsFull => Pools.Count > 0 && Open >= Capacity;

    /// <summary>Asking for work is a sign of life. The session is bounded to the caller's municipality before and after.</summary>
    public static async Task<AtWork> ReadAsync(NpgsqlConnection connection, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                PresenceRow.See(caller, now),
                PresenceRow.Find(caller),
                Doors.PoolsOf(caller),
                OwnOpen(caller),
                BoundToPools(caller),
                OthersOpen(caller),
                Tenants.Set([caller.Municipality]),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var row = await reader.ReadAsync(ct) ? PresenceRow.Read(reader) : null;
        await reader.NextResultAsync(ct);
        var all = await Doors.ReadPoolsAsync(reader, ct);
        var own = await NextCountAsync(reader, ct);
        await reader.NextResultAsync(ct);
        var others = await NextCountAsync(reader, ct);
        return row is { State: Contracts.Api.PresenceState.Online, Pools.Count: > 0 }
            ? new([.. all.Where(work => row.Pools.Contains(work.Pool))], row.Capacity, own + others)
            : new([], 0, 0);
    }

    /// <summary>How many questions a colleague has that are not answered, of their own municipality and of others.</summary>
    public static async Task<int> OpenAsync(
        NpgsqlConnection connection,
        Caller caller,
        IReadOnlyCollection<Doors.Work> pools,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { OwnOpen(caller) } };
        return (int)(long)(await batch.ExecuteScalarAsync(ct))! + await OthersAsync(connection, caller, pools, ct);
    }

    private static async Task<int> OthersAsync(
        NpgsqlConnection connection,
        Caller caller,
        IReadOnlyCollection<Doors.Work> pools,
        CancellationToken ct
    )
    {
        if (pools.Count == 0)
            return 0;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Tenants.Set([.. pools.Select(work => work.Pool)]), OthersOpen(caller), Tenants.Set([caller.Municipality]) },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await NextCountAsync(reader, ct);
    }

    private static async Task<int> NextCountAsync(NpgsqlDataReader reader, CancellationToken ct) =>
        await reader.NextResultAsync(ct) && await reader.ReadAsync(ct) ? (int)reader.GetInt64(0) : 0;

    /// <summary>To those in which the caller helps now, without a round trip to learn which.</summary>
    private static NpgsqlBatchCommand BoundToPools(Caller caller) =>
        new(
            """
            select set_config('webcare.tenants', coalesce((
                select array_agg(w.pool)::text from routing.pools_of($1, $2) w
                join routing.presence p on p.tenant_id = $1 and p.subject = $2 and w.pool = any (p.pools)), '{}'), true)
            """
        )
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };

    private static NpgsqlBatchCommand OthersOpen(Caller caller) =>
        new("select count(*) from routing.held_through($1) h where h.unanswered")
        {
            Parameters = { new() { Value = Reach.Helper(caller, "").Id } },
        };

    private static NpgsqlBatchCommand OwnOpen(Caller caller) =>
        new("select count(*) from routing.conversations c where c.tenant_id = $1 and c.claimed_by = $2 and c.status = 1")
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };
}
