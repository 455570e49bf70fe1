using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Costing;

/// <summary>What municipalities say their work costs. What they said before is kept.</summary>
internal sealed class CostTable(Database database, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>As they had said by a moment; null when they had not.</summary>
    internal async Task<Costs?> FindAsync(string municipality, DateTimeOffset at, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            "select costs from monitoring.costs where tenant_id = $1 and given_at <= $2 order by given_at desc limit 1",
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = at },
            },
        };
        return await command.ExecuteScalarAsync(ct) is string costs ? JsonSerializer.Deserialize<Costs>(costs, Json) : null;
    }

    internal async Task KeepAsync(Caller caller, Costs costs, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([caller.Home], ct);
        await using var command = new NpgsqlCommand(
            """
            insert into monitoring.costs (tenant_id, costs, given_by, given_at) values ($1, $2, $3, $4)
            on conflict (tenant_id, given_at) do update set costs = excluded.costs, given_by = excluded.given_by
            """,
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = caller.Home },
                new() { Value = JsonSerializer.Serialize(costs, Json), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = caller.Id },
                new() { Value = time.GetUtcNow() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
        await bounded.CommitAsync(ct);
    }
}
