using Npgsql;

namespace WebcareHub.Routing.Inbound;

/// <summary>From the hash of a platform's message id to our message.</summary>
internal static class MessageIndex
{
    internal sealed record Row(string Tenant, string Hash, Guid Message, Guid Conversation, Guid Resident);

    public static NpgsqlBatchCommand Write(IReadOnlyCollection<Row> rows) =>
        new(
            """
            insert into routing.messages (tenant_id, platform_hash, message_id, conversation_id, resident_id)
            select * from unnest($1::varchar[], $2::varchar[], $3::uuid[], $4::uuid[], $5::uuid[])
            on conflict do nothing
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = rows.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Hash).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Message).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Conversation).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Resident).ToArray() },
            },
        };
}
