using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Rumours as the analysis tells of them.</summary>
internal static class RumourRows
{
    private const string Stream = "rumour-";

    internal static async Task ApplyAsync(FeedBatch batch, CancellationToken ct)
    {
        var told = batch.Events.Where(recorded => recorded.Stream.Key.StartsWith(Stream, StringComparison.Ordinal));
        foreach (var rumour in told.GroupBy(recorded => recorded.Stream))
        {
            var before = await FindAsync(batch.Connection, Guid.Parse(rumour.Key.Key.AsSpan(Stream.Length)), ct);
            if (rumour.Aggregate(before, (facts, recorded) => RumourFacts.Evolve(facts, recorded.Data)) is { } after)
                await SaveAsync(batch.Connection, rumour.Key.Tenant, after, ct);
        }
    }

    /// <summary>Of a crisis, oldest first.</summary>
    internal static async Task<IReadOnlyList<RumourFacts>> OfAsync(NpgsqlConnection connection, Guid crisis, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select r.rumour from monitoring.environment_rumours r where r.crisis_id = $1",
            connection
        )
        {
            Parameters = { new() { Value = crisis } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rumours = new List<RumourFacts>();
        while (await row.ReadAsync(ct))
            rumours.Add(JsonSerializer.Deserialize<RumourFacts>(row.GetString(0))!);
        return [.. rumours.OrderBy(rumour => rumour.At).ThenBy(rumour => rumour.Id)];
    }

    private static async Task<RumourFacts?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select r.rumour from monitoring.environment_rumours r where r.id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return await command.ExecuteScalarAsync(ct) is string rumour ? JsonSerializer.Deserialize<RumourFacts>(rumour) : null;
    }

    private static async Task SaveAsync(NpgsqlConnection connection, string tenant, RumourFacts rumour, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into monitoring.environment_rumours (tenant_id, id, crisis_id, rumour) values ($1, $2, $3, $4)
            on conflict (id) do update set rumour = excluded.rumour
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = rumour.Id },
                new() { Value = rumour.Crisis },
                new() { Value = JsonSerializer.Serialize(rumour), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
