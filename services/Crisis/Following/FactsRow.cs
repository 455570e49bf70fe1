using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Crisis.Following;

/// <summary>The facts of a crisis as a row.</summary>
internal static class FactsRow
{
    /// <summary>By the key of its stream; null when it was never declared.</summary>
    internal static async Task<CrisisFacts?> FindAsync(NpgsqlConnection connection, string stream, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select facts from crisis.facts where stream = $1", connection)
        {
            Parameters = { new() { Value = stream } },
        };
        return (string?)await command.ExecuteScalarAsync(ct) is { } json ? Read(json) : null;
    }

    internal static NpgsqlBatchCommand Write(string tenant, string stream, CrisisFacts facts, long version) =>
        new(
            """
            insert into crisis.facts (tenant_id, stream, id, is_exercise, ended_at, version, facts) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (stream) do update set ended_at = excluded.ended_at, version = excluded.version, facts = excluded.facts
            """
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = stream },
                new() { Value = facts.Id },
                new() { Value = facts.Exercise },
                new() { Value = (object?)facts.EndedAt?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = version },
                new() { Value = JsonSerializer.Serialize(facts), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };

    internal static CrisisFacts Read(string json) => JsonSerializer.Deserialize<CrisisFacts>(json)!;
}
