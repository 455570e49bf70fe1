using System.Runtime.InteropServices;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Routing.Alike;

/// <summary>What grouping keeps: signatures, never texts.</summary>
internal static class AlikeRows
{
    internal sealed record Row(string Tenant, Guid Message, Guid Conversation, Guid Group, ushort[] Signature, DateTimeOffset At);

    /// <summary>An exercise and what is real never meet.</summary>
    public static int Space(string tenant) => Exercise.Is(tenant) ? 1 : 0;

    // What is erased while this batch waited is not written again: the row of the conversation says so.
    public static NpgsqlBatchCommand Write(IReadOnlyList<Row> rows) =>
        new(
            """
            insert into routing.alike as a (tenant_id, message_id, conversation_id, group_id, signature, at)
            select u.tenant, u.message, u.conversation, u.grp, u.signature, u.at
            from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::timestamptz[])
                as u (tenant, message, conversation, grp, signature, at)
            join routing.conversations c on c.id = u.conversation and not c.erased
            order by u.message
            on conflict (message_id) do update set group_id = excluded.group_id, signature = excluded.signature
            """
        )
        {
            Parameters =
            {
                new() { Value = rows.Select(row => row.Tenant).ToArray() },
                new() { Value = rows.Select(row => row.Message).ToArray() },
                new() { Value = rows.Select(row => row.Conversation).ToArray() },
                new() { Value = rows.Select(row => row.Group).ToArray() },
                new() { Value = rows.Select(row => MemoryMarshal.AsBytes(row.Signature.AsSpan()).ToArray()).ToArray() },
                new() { Value = rows.Select(row => row.At.ToUniversalTime()).ToArray() },
            },
        };

    public static NpgsqlBatchCommand RemoveMessages(IEnumerable<Guid> messages) =>
        new("delete from routing.alike where message_id = any ($1)") { Parameters = { new() { Value = messages.ToArray() } } };

    public static NpgsqlBatchCommand RemoveConversations(IEnumerable<Guid> conversations) =>
        new("delete from routing.alike where conversation_id = any ($1)") { Parameters = { new() { Value = conversations.ToArray() } } };

    /// <summary>The groups as they were left, of what came after a moment.</summary>
    public static async Task<Groups> ReadAsync(NpgsqlConnection connection, DateTimeOffset since, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select a.group_id, a.signature, a.tenant_id, a.at from routing.alike a where a.at >= $1 order by a.at, a.message_id",
            connection
        )
        {
            Parameters = { new() { Value = since.ToUniversalTime() } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var groups = new Groups();
        while (await row.ReadAsync(ct))
            if (row.GetFieldValue<byte[]>(1) is { Length: MinHash.Length * sizeof(ushort) } kept)
                groups.Restore(
                    row.GetGuid(0),
                    MemoryMarshal.Cast<byte, ushort>(kept).ToArray(),
                    Space(row.GetString(2)),
                    row.GetFieldValue<DateTimeOffset>(3)
                );
        return groups;
    }
}
