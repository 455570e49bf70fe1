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
        insert into monitoring.environment_crises (tenant_id, id, active, facts) values ($1, $2, $3, $4)
        on conflict (id) do update set active = excluded.active, facts = excluded.facts
        """;

    /// <summary>What the events of this batch make of their crises, by the place of the event.</summary>
    internal static async Task<IReadOnlyDictionary<long, CrisisFacts>> ApplyAsync(FeedBatch batch, CancellationToken ct)
    {
        var told = batch.Events.Where(recorded => recorded.Stream.Key.StartsWith(Stream, StringComparison.Ordinal)).ToArray();
        var applied = new Dictionary<long, CrisisFacts>();
        foreach (var crisis in told.GroupBy(recorded => Guid.Parse(recorded.Stream.Key.AsSpan(Stream.Length))))
        {
            var facts = await FindAsync(batch.Connection, crisis.Key, ct);
            foreach (var recorded in crisis)
            {
                facts = CrisisFacts.Evolve(facts, recorded.Data);
                if (facts is not null)
                    applied[recorded.Sequence] = facts;
            }
            if (facts is not null)
                await SaveAsync(batch.Connection, facts, ct);
        }
        return applied;
    }

    /// <summary>Null when this connection sees no such crisis.</summary>
    internal static async Task<CrisisFacts?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select c.facts from monitoring.environment_crises c where c.id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return await command.ExecuteScalarAsync(ct) is string facts ? JsonSerializer.Deserialize<CrisisFacts>(facts) : null;
    }

    /// <summary>What is in force, with the groups as they were left.</summary>
    internal static async Task<InForce> RestoreAsync(NpgsqlConnection connection, Blueprint blueprint, CancellationToken ct)
    {
        var inForce = new InForce();
        await using (var crises = new NpgsqlCommand("select c.facts from monitoring.environment_crises c where c.active", connection))
        await using (var row = await crises.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
                inForce.Know(JsonSerializer.Deserialize<CrisisFacts>(row.GetString(0))!, blueprint);
        await using var messages = new NpgsqlCommand(
            """
            select m.tenant_id, m.crisis_id, m.message_id, m.conversation_id, m.channel, m.at, m.group_id, m.signature
            from monitoring.environment_messages m where m.signature is not null order by m.at, m.message_id
            """,
            connection
        );
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

    private static async Task SaveAsync(NpgsqlConnection connection, CrisisFacts facts, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Keep, connection)
        {
            Parameters =
            {
                new() { Value = facts.Layer },
                new() { Value = facts.Id },
                new() { Value = facts.Active },
                new() { Value = JsonSerializer.Serialize(facts), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
