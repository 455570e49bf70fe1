using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Writing;

/// <summary>Frozen versions. They are only ever added to; the database refuses anything else.</summary>
internal static class VersionRows
{
    internal static NpgsqlBatchCommand Add(string layer, EnvironmentVersion version) =>
        new("insert into monitoring.environment_versions (tenant_id, crisis_id, number, frozen_at, version) values ($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new() { Value = layer },
                new() { Value = version.Picture.Crisis },
                new() { Value = version.Number },
                new() { Value = version.At.ToUniversalTime() },
                new() { Value = JsonSerializer.Serialize(version), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };

    internal static async Task<EnvironmentVersion?> FindAsync(NpgsqlConnection connection, Guid crisis, int number, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select v.version from monitoring.environment_versions v where v.crisis_id = $1 and v.number = $2",
            connection
        )
        {
            Parameters =
            {
                new() { Value = crisis },
                new() { Value = number },
            },
        };
        return await command.ExecuteScalarAsync(ct) is string version ? JsonSerializer.Deserialize<EnvironmentVersion>(version) : null;
    }

    /// <summary>Those frozen by a moment, oldest first.</summary>
    internal static async Task<IReadOnlyList<EnvironmentVersionLine>> LinesAsync(
        NpgsqlConnection connection,
        Guid crisis,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select v.number, v.version ->> 'By', v.version ->> 'Municipality', v.frozen_at, (v.version -> 'Advice' ->> 'NextDue')::timestamptz
            from monitoring.environment_versions v where v.crisis_id = $1 and v.frozen_at <= $2 order by v.number
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
        var lines = new List<EnvironmentVersionLine>();
        while (await row.ReadAsync(ct))
            lines.Add(
                new(
                    row.GetInt32(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetFieldValue<DateTimeOffset>(3),
                    row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4)
                )
            );
        return lines;
    }
}
