using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// How far the log is settled: no transaction can still commit an event at or before it. Every writer holds a shared lock from before it draws
/// its numbers until it has committed. So: note the last number drawn, then who holds the lock; once those have let go, everything up to that
/// number is there or never will be. Writers that come later draw later numbers, and numbers of rolled back writers are simply absent.
/// </summary>
internal static class SettledHorizon
{
    /// <summary>Waits for the writers that are busy, not for those that come after them.</summary>
    internal static async Task<long> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var (last, writers) = await NoteAsync(connection, ct);
        for (var pause = 1; writers.Length > 0; pause = Math.Min(pause * 2, 10))
        {
            await Task.Delay(pause, ct);
            writers = await StillAsync(connection, writers, ct);
        }
        return last;
    }

    /// <summary>The last number drawn and, looked up after it, the transactions that write.</summary>
    internal static async Task<(long Last, string[] Writers)> NoteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // Two statements: within one, both could be read from the same moment, or in the wrong order.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("select case when is_called then last_value else 0 end from events.mt_events_sequence"),
                new NpgsqlBatchCommand($"select virtualtransaction {Holders}"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var last = reader.GetInt64(0);
        await reader.NextResultAsync(ct);
        return (last, await TextsAsync(reader, ct));
    }

    private static async Task<string[]> StillAsync(NpgsqlConnection connection, string[] writers, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select virtualtransaction {Holders} and virtualtransaction = any ($1)", connection);
        command.Parameters.Add(new() { Value = writers });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await TextsAsync(reader, ct);
    }

    private static async Task<string[]> TextsAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var texts = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            texts.Add(reader.GetString(0));
        }
        return [.. texts];
    }

    // The lock of events.enter(): one 64-bit key, in two halves.
    private const string Holders = """
        from pg_locks
        where locktype = 'advisory' and classid = 0 and objid = 8242611 and objsubid = 1 and granted
          and database = (select oid from pg_database where datname = current_database())
        """;
}
