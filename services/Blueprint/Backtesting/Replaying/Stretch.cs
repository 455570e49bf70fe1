using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>The part of the log that was written in a period, by sequence.</summary>
/// <param name="After">The last sequence before it.</param>
/// <param name="Last">Its own last one.</param>
internal readonly record struct Stretch(long After, long Last)
{
    /// <summary>What was decided at one moment can have been committed a little later.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    internal long Length => Math.Max(Last - After, 0);

    /// <summary>Looks for the ends by halving: the log has no index on time, and is nearly in its order.</summary>
    internal static async Task<Stretch> FindAsync(Database database, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var most = new NpgsqlCommand("select coalesce(max(seq_id), 0) from events.mt_events", connection);
        var end = (long)(await most.ExecuteScalarAsync(ct))!;
        return new(await BeforeAsync(connection, from - Margin, end, ct), await BeforeAsync(connection, until + Margin, end, ct));
    }

    /// <summary>The highest sequence with everything up to it older than this moment.</summary>
    private static async Task<long> BeforeAsync(NpgsqlConnection connection, DateTimeOffset moment, long end, CancellationToken ct)
    {
        var (low, high) = (0L, end + 1);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = await TimeFromAsync(connection, middle, ct) is { } at && at < moment ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static async Task<DateTimeOffset?> TimeFromAsync(NpgsqlConnection connection, long sequence, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select timestamp from events.mt_events where seq_id >= $1 order by seq_id limit 1",
            connection
        )
        {
            Parameters = { new() { Value = sequence } },
        };
        return await command.ExecuteScalarAsync(ct) is DateTime at ? new DateTimeOffset(at) : null;
    }
}
