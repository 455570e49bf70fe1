using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>The checkpoints of the subscribers.</summary>
public sealed class Feed(Database database)
{
    /// <summary>
    /// Sets a subscriber back to the beginning; its leader starts again within a second. Clear what it wrote in the same breath, through
    /// <paramref name="also"/>, or let it overwrite.
    /// </summary>
    /// <param name="also">Commands that run in the same transaction, role <c>webcare_feed</c>.</param>
    public async Task ResetAsync(string subscriber, CancellationToken ct, params NpgsqlBatchCommand[] also)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand("select events.mt_mark_event_progression($1, 0)") { Parameters = { new() { Value = subscriber } } }
        );
        foreach (var command in also)
        {
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Waits until a subscriber has handled everything that was in the log when this was called.</summary>
    public async Task CaughtUpAsync(string subscriber, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        var (target, _) = await SettledHorizon.NoteAsync(connection, ct);
        while (await Checkpoint.ReadAsync(connection, subscriber, ct) < target)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
        }
    }
}
