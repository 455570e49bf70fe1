using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Writing;

/// <summary>What the analyst is writing, and wrote before.</summary>
internal static class DraftRows
{
    private static readonly EnvironmentAdvice Empty = new("", "", "", "", null);

    internal static async Task<EnvironmentAdvice> ReadAsync(
        NpgsqlConnection connection,
        Guid crisis,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select d.advice from monitoring.environment_drafts d where d.crisis_id = $1 and d.saved_at <= $2 order by d.saved_at desc limit 1",
            connection
        )
        {
            Parameters =
            {
                new() { Value = crisis },
                new() { Value = at.ToUniversalTime() },
            },
        };
        return await command.ExecuteScalarAsync(ct) is string advice ? JsonSerializer.Deserialize<EnvironmentAdvice>(advice)! : Empty;
    }

    internal static NpgsqlBatchCommand Write(string layer, Guid crisis, EnvironmentAdvice advice, DateTimeOffset now) =>
        new(
            """
            insert into monitoring.environment_drafts (tenant_id, crisis_id, advice, saved_at) values ($1, $2, $3, $4)
            on conflict (crisis_id, saved_at) do update set advice = excluded.advice
            """
        )
        {
            Parameters =
            {
                new() { Value = layer },
                new() { Value = crisis },
                new() { Value = JsonSerializer.Serialize(advice), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = now.ToUniversalTime() },
            },
        };
}
