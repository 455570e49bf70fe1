using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Rumours as the analysis tells of them.</summary>
internal static class RumourRows
{
    private const string Stream = "rumour-";

    internal static async Task ApplyAsync(Portion batch, CancellationToken ct)
    {
        var told = batch.Events.Where(recorded => recorded.Stream.Key.StartsWith(Stream, StringComparison.Ordinal));
        foreach (var rumour in told.GroupBy(recorded => recorded.Stream))
        {
            var facts = await FindAsync(batch, Guid.Parse(rumour.Key.Key.AsSpan(Stream.Length)), ct);
            foreach (var recorded in rumour)
            {
                facts = RumourFacts.Evolve(facts, recorded.Data);
                if (facts is not null)
                    await SaveAsync(batch, facts, recorded, ct);
            }
        }
    }

    /// <summary>Of a crisis as known at a moment, oldest first.</summary>
    internal static async Task<IReadOnlyList<RumourFacts>> OfAsync(
        NpgsqlConnection connection,
        Guid crisis,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct on (r.id) r.rumour from monitoring.environment_rumours r
            where r.generation = monitoring.serving('environment') and r.crisis_id = $1 and r.at <= $2 order by r.id, r.position desc
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = crisis },
                new() { Value = at.ToUniversalTime() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rumours = new List<RumourFacts>();
        while (await row.ReadAsync(ct))
            rumours.Add(JsonSerializer.Deserialize<RumourFacts>(row.GetString(0))!);
        return [.. rumours.OrderBy(rumour => rumour.At).ThenBy(rumour => rumour.Id)];
    }

    private static async Task<RumourFacts?> FindAsync(Portion batch, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select r.rumour from monitoring.environment_rumours r where r.generation = $1 and r.id = $2 order by r.position desc limit 1",
            batch.Connection
        )
        {
            Parameters =
            {
                new() { Value = batch.Generation },
                new() { Value = id },
            },
        };
        return await command.ExecuteScalarAsync(ct) is string rumour ? JsonSerializer.Deserialize<RumourFacts>(rumour) : null;
    }

    private static async Task SaveAsync(Portion batch, RumourFacts rumour, RecordedEvent recorded, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into monitoring.environment_rumours (tenant_id, id, crisis_id, rumour, generation, position, at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            batch.Connection
        )
        {
            Parameters =
            {
                new() { Value = recorded.Stream.Tenant },
                new() { Value = rumour.Id },
                new() { Value = rumour.Crisis },
                new() { Value = JsonSerializer.Serialize(rumour), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = batch.Generation },
                new() { Value = recorded.Sequence },
                new() { Value = Times.Of(recorded) },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
