using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.Switching;

/// <summary>A crisis as a row of <c>crisis.crises</c>: what is asked for in columns, the rest as its course.</summary>
internal static class CrisisRow
{
    private const string Upsert = """
        insert into crisis.crises (tenant_id, id, listed, at, national_until, version, course) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do update set listed = excluded.listed, at = excluded.at, national_until = excluded.national_until,
            version = excluded.version, course = excluded.course
        """;

    /// <summary>Under which heading a list has it: that of <see cref="CrisisState"/>, proposals and what came to nothing apart.</summary>
    internal static string ListedOf(Course course) =>
        course switch
        {
            { InForce: true } or { Phase: CrisisPhase.Asked } => "active",
            { Over: true } => "past",
            { Phase: CrisisPhase.Prepared } => "prepared",
            { Phase: CrisisPhase.Proposed } => "proposed",
            _ => "aside",
        };

    internal static NpgsqlBatchCommand Write(Course course, long version) =>
        new(Upsert)
        {
            Parameters =
            {
                new() { Value = course.Layer },
                new() { Value = course.Id },
                new() { Value = ListedOf(course) },
                new() { Value = course.Since.ToUniversalTime() },
                new()
                {
                    Value = (object?)course.National?.Until.ToUniversalTime() ?? DBNull.Value,
                    NpgsqlDbType = NpgsqlDbType.TimestampTz,
                },
                new() { Value = version },
                new() { Value = JsonSerializer.Serialize(course), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };

    /// <summary>The layer a crisis belongs to; null when these tenants have no such crisis.</summary>
    internal static async Task<string?> LayerOfAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select tenant_id from crisis.crises where id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Those under a heading, newest first; of what is past a good number.</summary>
    internal static async Task<IReadOnlyList<Course>> ListAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<string> listed,
        (DateTimeOffset At, Guid Id)? after,
        CancellationToken ct
    )
    {
        const int most = 500;
        await using var command = new NpgsqlCommand(
            $"select course from crisis.crises where listed = any ($1) and (at, id) < ($2, $3) order by at desc, id desc limit {most}",
            connection
        )
        {
            Parameters =
            {
                new() { Value = listed.ToArray() },
                new() { Value = (after?.At ?? DateTimeOffset.MaxValue).ToUniversalTime() },
                new() { Value = after?.Id ?? Guid.AllBitsSet },
            },
        };
        var found = new List<Course>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(Read(row, 0));
        return found;
    }

    internal static Course Read(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize<Course>(row.GetString(column))!;
}
