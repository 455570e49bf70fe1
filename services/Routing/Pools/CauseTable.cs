using Npgsql;

namespace WebcareHub.Routing.Pools;

/// <summary>What holds for a municipality, for questions that may go to the region or to the nation: remembered between passes.</summary>
/// <param name="To">region or national.</param>
internal readonly record struct HouseCause(string Municipality, string To, string Name);

/// <summary>What held a moment ago (<paramref name="Before"/>) and what holds now.</summary>
internal sealed record CauseChange(
    IReadOnlyDictionary<HouseCause, DateTimeOffset> Before,
    IReadOnlyDictionary<HouseCause, DateTimeOffset> Now
);

internal static class CauseTable
{
    public static async Task<IReadOnlyDictionary<HouseCause, DateTimeOffset>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select tenant_id, cause, since from routing.overflow_causes", connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        var causes = new Dictionary<HouseCause, DateTimeOffset>();
        while (await row.ReadAsync(ct))
            if (row.GetString(1).Split(':') is [var to, var name])
                causes[new(row.GetString(0), to, name)] = row.GetFieldValue<DateTimeOffset>(2);
        return causes;
    }

    /// <summary>Nothing when all is as it was.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Write(CauseChange change, DateTimeOffset now)
    {
        var (ended, begun) = (change.Before.Keys.Except(change.Now.Keys).ToArray(), change.Now.Keys.Except(change.Before.Keys).ToArray());
        if (ended.Length > 0)
            yield return Command(
                "delete from routing.overflow_causes c using unnest($1::varchar[], $2::varchar[]) as u (tenant, cause) where c.tenant_id = u.tenant and c.cause = u.cause",
                ended
            );
        if (begun.Length > 0)
        {
            var command = Command(
                "insert into routing.overflow_causes (tenant_id, cause, since) select u.tenant, u.cause, $3 from unnest($1::varchar[], $2::varchar[]) as u (tenant, cause) on conflict do nothing",
                begun
            );
            command.Parameters.Add(new NpgsqlParameter { Value = now });
            yield return command;
        }
    }

    private static NpgsqlBatchCommand Command(string sql, HouseCause[] causes) =>
        new(sql)
        {
            Parameters =
            {
                new() { Value = causes.Select(cause => cause.Municipality).ToArray() },
                new() { Value = causes.Select(cause => $"{cause.To}:{cause.Name}").ToArray() },
            },
        };
}
