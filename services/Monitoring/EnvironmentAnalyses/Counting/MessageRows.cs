using System.Runtime.InteropServices;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Writes what was counted.</summary>
internal static class MessageRows
{
    private const string Add = """
        insert into monitoring.environment_messages
            (tenant_id, crisis_id, message_id, conversation_id, channel, at, group_id, signs, signature)
        select u.tenant, u.crisis, u.message, u.conversation, u.channel, u.at, u.grp, string_to_array(u.signs, ' '), u.signature
        from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::uuid[], $5::varchar[], $6::timestamptz[], $7::uuid[], $8::varchar[], $9::bytea[])
            as u (tenant, crisis, message, conversation, channel, at, grp, signs, signature)
        on conflict (crisis_id, message_id) do nothing
        """;

    /// <summary>How far the rows are; nobody else writes them as long as this transaction is open.</summary>
    internal static async Task<long> PositionAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select p.sequence from monitoring.environment_position p for update", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <param name="ended">Crises that no message joins any more.</param>
    internal static async Task WriteAsync(FeedBatch batch, Tally tally, Guid[] ended, CancellationToken ct)
    {
        await using var commands = new NpgsqlBatch(batch.Connection);
        if (tally.Messages.Count > 0)
            commands.BatchCommands.Add(Messages(tally.Messages));
        if (tally.Words.Count > 0)
            commands.BatchCommands.Add(WordRows.Write([.. tally.Words]));
        if (tally.Answers.Count > 0)
            commands.BatchCommands.Add(Answers(tally.Answers));
        if (tally.Erased.Count > 0)
            commands.BatchCommands.Add(Forget([.. tally.Erased]));
        if (ended.Length > 0)
            commands.BatchCommands.Add(
                new("update monitoring.environment_messages set signature = null where crisis_id = any ($1)")
                {
                    Parameters = { new() { Value = ended } },
                }
            );
        commands.BatchCommands.Add(
            new("update monitoring.environment_position set sequence = $1") { Parameters = { new() { Value = batch.Events[^1].Sequence } } }
        );
        await commands.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Messages(IReadOnlyList<MessageRow> rows) =>
        new(Add)
        {
            Parameters =
            {
                new() { Value = rows.Select(row => row.Tenant).ToArray() },
                new() { Value = rows.Select(row => row.Crisis).ToArray() },
                new() { Value = rows.Select(row => row.Message).ToArray() },
                new() { Value = rows.Select(row => row.Conversation).ToArray() },
                new() { Value = rows.Select(row => row.Channel).ToArray() },
                new() { Value = rows.Select(row => row.At.ToUniversalTime()).ToArray() },
                new() { Value = rows.Select(row => row.Group).ToArray() },
                new() { Value = rows.Select(row => string.Join(' ', row.Signs)).ToArray() },
                new() { Value = rows.Select(row => Bytes(row.Signature)).ToArray() },
            },
        };

    /// <summary>What came in after an answer waits for the next.</summary>
    private static NpgsqlBatchCommand Answers(IReadOnlyList<(Guid Conversation, DateTimeOffset At)> answers) =>
        new(
            """
            update monitoring.environment_messages m set answered_at = a.at
            from (
                select n.message_id, n.crisis_id, min(u.at) as at from unnest($1::uuid[], $2::timestamptz[]) as u (conversation, at)
                join monitoring.environment_messages n on n.conversation_id = u.conversation and n.at <= u.at and n.answered_at is null
                group by 1, 2) a
            where m.message_id = a.message_id and m.crisis_id = a.crisis_id
            """
        )
        {
            Parameters =
            {
                new() { Value = answers.Select(answer => answer.Conversation).ToArray() },
                new() { Value = answers.Select(answer => answer.At.ToUniversalTime()).ToArray() },
            },
        };

    private static NpgsqlBatchCommand Forget(Guid[] conversations) =>
        new(
            """
            update monitoring.environment_messages m set conversation_id = u.other, message_id = gen_random_uuid(), signature = null
            from unnest($1::uuid[], $2::uuid[]) as u (conversation, other) where m.conversation_id = u.conversation
            """
        )
        {
            Parameters =
            {
                new() { Value = conversations },
                new() { Value = conversations.Select(_ => Guid.NewGuid()).ToArray() },
            },
        };

    private static byte[]? Bytes(ushort[]? signature) => signature is null ? null : MemoryMarshal.AsBytes(signature.AsSpan()).ToArray();
}
