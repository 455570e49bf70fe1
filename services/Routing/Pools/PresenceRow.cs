using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>A colleague at work, as a row of <c>routing.presence</c>.</summary>
/// <param name="Day">The day this stretch of work began, Europe/Amsterdam: its stream bears it.</param>
internal sealed record PresenceRow(
    string Municipality,
    string Subject,
    string Name,
    PresenceState State,
    int Capacity,
    IReadOnlyList<string> Pools,
    DateTimeOffset Since,
    DateOnly Day
)
{
    /// <summary>The columns of <see cref="Read"/>, of a table with alias <c>p</c>.</summary>
    public const string Columns = "p.tenant_id, p.subject, p.name, p.state, p.capacity, p.pools, p.since, p.day";

    public static async Task<PresenceRow?> FindAsync(NpgsqlConnection connection, Caller caller, CancellationToken ct, bool locked = false)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Find(caller, locked) } };
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Read(row) : null;
    }

    public static NpgsqlBatchCommand Find(Caller caller, bool locked = false) =>
        new($"select {Columns} from routing.presence p where p.tenant_id = $1 and p.subject = $2 {(locked ? "for update" : "")}")
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };

    public static PresenceRow Read(NpgsqlDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            (PresenceState)row.GetInt16(3),
            row.GetInt32(4),
            row.GetFieldValue<string[]>(5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetFieldValue<DateOnly>(7)
        );

    /// <summary>A sign of life of who is at work; written once a minute at most.</summary>
    public static NpgsqlBatchCommand See(Caller caller, DateTimeOffset now) =>
        new("update routing.presence p set seen_at = $3 where p.tenant_id = $1 and p.subject = $2 and p.state <> 2 and p.seen_at < $4")
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
                new() { Value = now },
                new() { Value = now - TimeSpan.FromMinutes(1) },
            },
        };

    public NpgsqlBatchCommand Write(DateTimeOffset seen) =>
        new(
            """
            insert into routing.presence as p (tenant_id, subject, name, state, capacity, pools, since, seen_at, day)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (tenant_id, subject) do update set name = excluded.name, state = excluded.state, capacity = excluded.capacity,
                pools = excluded.pools, since = excluded.since, seen_at = excluded.seen_at, day = excluded.day
            """
        )
        {
            Parameters =
            {
                new() { Value = Municipality },
                new() { Value = Subject },
                new() { Value = Name },
                new() { Value = (short)State },
                new() { Value = Capacity },
                new() { Value = Pools.ToArray() },
                new() { Value = Since.ToUniversalTime() },
                new() { Value = seen.ToUniversalTime() },
                new() { Value = Day },
            },
        };
}
