using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Crisis.Rumours;

/// <summary>A rumour as a row.</summary>
internal static class RumourRow
{
    /// <summary>Locks it; its tenant, or null when there is none within this session's bounds.</summary>
    internal static async Task<string?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select tenant_id from crisis.rumours where id = $1 for no key update", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    internal static NpgsqlBatchCommand Write(string tenant, RumourState rumour, long version) =>
        new(
            """
            insert into crisis.rumours (tenant_id, id, crisis_id, changed_at, version, rumour) values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set changed_at = excluded.changed_at, version = excluded.version, rumour = excluded.rumour
            """
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = rumour.Registered!.RumourId },
                new() { Value = rumour.Registered.CrisisId },
                new() { Value = rumour.ChangedAt.ToUniversalTime() },
                new() { Value = version },
                new() { Value = JsonSerializer.Serialize(rumour), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };

    internal static RumourState Read(string json) => JsonSerializer.Deserialize<RumourState>(json)!;
}
