using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>The table of back-tests, as a municipality sees its own.</summary>
internal sealed class BacktestRows(Database database)
{
    internal const string Columns =
        "id, tenant_id, state, asked, title, by_id, by_name, asked_at, started_at, ended_at, progress, read, failure, report";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>False when this municipality has one waiting or running.</summary>
    internal async Task<bool> AddAsync(BacktestRow row, IReadOnlyList<LayerFiles> layers, CancellationToken ct)
    {
        const string insert = """
            insert into blueprint.backtests (id, tenant_id, state, asked, title, layers, by_id, by_name, asked_at)
            select $1, $2, 'waiting', $3, $4, $5, $6, $7, $8
            where not exists (select from blueprint.backtests b where b.tenant_id = $2 and b.state in ('waiting', 'running'))
            """;
        await using var bounded = await database.OpenAsync([row.Municipality], ct);
        await OneAtATimeAsync(bounded.Connection, row.Municipality, ct);
        await using var command = new NpgsqlCommand(insert, bounded.Connection)
        {
            Parameters =
            {
                new() { Value = row.Id },
                new() { Value = row.Municipality },
                OfJson(row.Asked),
                new() { Value = row.Title },
                OfJson(layers),
                new() { Value = row.By.Id },
                new() { Value = row.By.Name },
                new() { Value = row.AskedAt },
            },
        };
        var added = await command.ExecuteNonQueryAsync(ct) > 0;
        await bounded.CommitAsync(ct);
        return added;
    }

    internal async Task<IReadOnlyList<BacktestRow>> ListAsync(string municipality, CancellationToken ct) =>
        await ReadAsync(
            municipality,
            $"select {Columns.Replace(", report", ", null::jsonb", StringComparison.Ordinal)} from blueprint.backtests order by asked_at desc limit 100",
            [],
            ct
        );

    internal async Task<BacktestRow?> FindAsync(string municipality, Guid id, CancellationToken ct) =>
        (await ReadAsync(municipality, $"select {Columns} from blueprint.backtests where id = $1", [id], ct)).SingleOrDefault();

    /// <summary>Asks a running one to stop, ends a waiting one, and removes one that is over. Whether there was one.</summary>
    internal async Task<bool> StopAsync(string municipality, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([municipality], ct);
        await using var batch = new NpgsqlBatch(bounded.Connection)
        {
            BatchCommands =
            {
                With("delete from blueprint.backtests where id = $1 and state not in ('waiting', 'running')", id),
                With("update blueprint.backtests set stop = true where id = $1 and state = 'running'", id),
                With(
                    "update blueprint.backtests set state = 'stopped', ended_at = $2, layers = null where id = $1 and state = 'waiting'",
                    id,
                    now
                ),
            },
        };
        var found = await batch.ExecuteNonQueryAsync(ct) > 0;
        await bounded.CommitAsync(ct);
        return found;
    }

    internal static NpgsqlParameter OfJson<T>(T value) =>
        new() { Value = JsonSerializer.SerializeToUtf8Bytes(value, Json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    internal static BacktestRow Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            Enum.Parse<BacktestState>(row.GetString(2), ignoreCase: true),
            JsonSerializer.Deserialize<NewBacktest>(row.GetString(3), Json)!,
            row.GetString(4),
            new AgentRef(row.GetString(5), row.GetString(6)),
            row.GetFieldValue<DateTimeOffset>(7),
            row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
            row.GetInt32(10),
            row.GetInt64(11),
            row.IsDBNull(12) ? null : row.GetString(12),
            row.IsDBNull(13) ? null : JsonSerializer.Deserialize<StoredReport>(row.GetString(13), Json)
        );

    private static async Task OneAtATimeAsync(NpgsqlConnection connection, string municipality, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('backtests/' || $1))", connection)
        {
            Parameters = { new() { Value = municipality } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<IReadOnlyList<BacktestRow>> ReadAsync(string municipality, string sql, object[] values, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(sql, bounded.Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var rows = new List<BacktestRow>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            rows.Add(Read(row));
        }

        return rows;
    }

    private static NpgsqlBatchCommand With(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
