using Npgsql;

namespace WebcareHub.Routing.Inbound;

/// <summary>From the hash of a platform's message id to our message.</summary>
internal static class MessageIndex
{
    internal sealed record Row(string Tenant, string Hash, Guid Message, Guid Conversation, Guid Resident);

    /// <summary>
    /// Indexes messages, and puts aside what came before its message. When a message and what is about it come at the same moment, the database
    /// refuses the later one as a serialization failure: tried again, it finds the other.
    /// </summary>
    /// <remarks>What was put aside for these messages is removed before: see <see cref="PendingRows.Remove"/>.</remarks>
    public static NpgsqlBatchCommand Write(IReadOnlyCollection<Row> rows, IReadOnlyCollection<PendingRows.Row> early, DateTimeOffset now)
    {
        var kept = early.Where(row => row.Sealed is not null).ToArray();
        return new("select routing.meet($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        {
            Parameters =
            {
                new NpgsqlParameter { Value = rows.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Hash).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Message).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Conversation).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Resident).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Hash).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.EventKey).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Resident).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Sealed!).ToArray() },
                new NpgsqlParameter { Value = now },
            },
        };
    }
}
