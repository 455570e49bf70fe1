using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Crises as they are kept for counting.</summary>
internal static class CrisisRows
{
    private const string Stream = "crisis-";

    private const string Keep = """
        insert into monitoring.environment_crises (tenant_id, id, active, facts, generation, position, at) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string Last = """
        select c.facts from monitoring.environment_crises c
        where c.generation = coalesce($2, monitoring.serving('environment')) and c.id = $1 and c.at <= $3
        order by c.position desc limit 1
        """;

    private const string Latest = """
        select distinct on (c.id) c.facts from monitoring.environment_crises c where c.generation = $1 order by c.id, c.position desc
        """;

    /// <summary>What the events of this batch make of their crises, by the place of the event.</summary>
    internal static async Task<IReadOnlyDictionary<long, CrisisFacts>> ApplyAsync(Portion batch, CancellationToken ct)
    {
        var told = batch.Events.Where(recorded => recorded.Stream.Key.StartsWith(Stream, StringComparison.Ordinal)).ToArray();
        var applied = new Dictionary<long, CrisisFacts>();
        foreach (var crisis in told.GroupBy(recorded => Guid.Parse(recorded.Stream.Key.AsSpan(Stream.Length))))
        {
            var facts = await FindAsync(batch.Connection, crisis.Key, batch.Generation, DateTimeOffset.MaxValue, ct);
            foreach (var recorded in crisis)
            {
                facts = CrisisFacts.Evolve(facts, recorded.Data);
                if (facts is null)
                    continue;
                applied[recorded.Sequence] = facts;
                await SaveAsync(batch, facts, recorded, ct);
            }
        }
        return applied;
    }

    /// <summary>Null when this connection sees no such crisis, or it was not declared by then.</summary>
    /// <param name="generation">Null: the one that serves.</param>
    internal static async Task<CrisisFacts?> FindAsync(
        NpgsqlConnection connection,
        Guid id,
        int? generation,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Last, connection)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = (object?)generation ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
                new() { Value = at.ToUniversalTime() },
            },
        };
        return await command.ExecuteScalarAsync(ct) is string facts ? JsonSerializer.Deserialize<CrisisFacts>(facts) : null;
    }

    /// <summary>What is in force, with the groups as they were left.</summary>
    internal static async Task<InForce> RestoreAsync(NpgsqlConnection connection, int generation, Blueprint blueprint, CancellationToken ct)
    {
        var inForce = new InForce();
        await using (var crises = new NpgsqlCommand(Latest, connection) { Parameters = { new() { Value = generation } } })
        await using (var row = await crises.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
                inForce.Know(JsonSerializer.Deserialize<CrisisFacts>(row.GetString(0))!, blueprint);
        await using var messages = new NpgsqlCommand(
            """
            select m.tenant_id, m.crisis_id, m.message_id, m.conversation_id, m.channel, m.at, m.group_id, m.signature
            from monitoring.environment_messages m where m.generation = $1 and m.signature is not null order by m.at, m.message_id
            """,
            connection
        )
        {
            Parameters = { new() { Value = generation } },
        };
        await using var counted = await messages.ExecuteReaderAsync(ct);
        while (await counted.ReadAsync(ct))
            inForce.Restore(counted.GetGuid(1), Read(counted));
        return inForce;
    }

    private static MessageRow Read(NpgsqlDataReader row) =>
        new(
            row.GetString(0),
            row.GetGuid(1),
            row.GetGuid(2),
            row.GetGuid(3),
            row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.IsDBNull(6) ? null : row.GetGuid(6),
            [],
            MemoryMarshal.Cast<byte, ushort>(row.GetFieldValue<byte[]>(7)).ToArray()
        );

    private static async Task SaveAsync(Portion batch, CrisisFacts facts, RecordedEvent recorded, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Keep, batch.Connection)
        {
            Parameters =
            {
                new() { Value = facts.Layer },
                new() { Value = facts.Id },
                new() { Value = facts.Active },
                new() { Value = JsonSerializer.Serialize(facts), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = batch.Generation },
                new() { Value = recorded.Sequence },
                new() { Value = Times.Of(recorded) },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
