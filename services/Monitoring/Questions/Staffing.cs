using Npgsql;

namespace WebcareHub.Monitoring.Questions;

/// <summary>How many colleagues are at work.</summary>
/// <param name="Here">At work and not away.</param>
/// <param name="Briefly">Away for a moment.</param>
internal readonly record struct Staffing(int Here, int Briefly)
{
    internal const string Online = "online";
    internal const string Away = "away";
    internal const string Offline = "offline";

    // Nobody works longer without the hub sending them home.
    private const string Count = """
        select p.tenant_id, count(*) filter (where p.state = 'online')::int, count(*) filter (where p.state = 'away')::int
        from (
            select distinct on (tenant_id, worker) tenant_id, worker, state from monitoring.presence
            where generation = $1 and tenant_id = any ($2) and at <= $3 and at > $3 - interval '24 hours'
            order by tenant_id, worker, at desc
        ) p
        group by p.tenant_id
        """;

    internal static NpgsqlBatchCommand Write(int generation, (string Municipality, string Name) worker, DateTimeOffset at, string state) =>
        new(
            """
            insert into monitoring.presence (generation, tenant_id, worker, at, state) values ($1, $2, $3, $4, $5)
            on conflict (generation, tenant_id, worker, at) do update set state = excluded.state
            """
        )
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = worker.Municipality },
                new() { Value = worker.Name },
                new() { Value = at },
                new() { Value = state },
            },
        };

    /// <summary>By municipality; who has nobody at work is absent.</summary>
    internal static async Task<Dictionary<string, Staffing>> AtAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyCollection<string> municipalities,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Count, connection)
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipalities.ToArray() },
                new() { Value = at },
            },
        };
        var presence = new Dictionary<string, Staffing>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            presence[row.GetString(0)] = new(row.GetInt32(1), row.GetInt32(2));
        }

        return presence;
    }
}
