using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>How far a subscriber is: its row in Marten's progression table.</summary>
internal static class Checkpoint
{
    /// <summary>0 when there is none.</summary>
    internal static async Task<long> ReadAsync(NpgsqlConnection connection, string subscriber, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select last_seq_id from events.mt_event_progression where name = $1", connection);
        command.Parameters.Add(new() { Value = subscriber });
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    /// <summary>
    /// Moves it, and holds its row until the transaction ends. False when it stood elsewhere: another leader, or a reset.
    /// </summary>
    internal static async Task<bool> TryMoveAsync(NpgsqlConnection connection, string subscriber, long from, long to, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into events.mt_event_progression as p (name, last_seq_id, last_updated) values ($1, $3, transaction_timestamp())
            on conflict (name) do update set last_seq_id = $3, last_updated = transaction_timestamp() where p.last_seq_id = $2
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = subscriber },
                new() { Value = from },
                new() { Value = to },
            },
        };
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
