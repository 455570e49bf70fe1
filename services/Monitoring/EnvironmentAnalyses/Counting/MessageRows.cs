using System.Runtime.InteropServices;
using Npgsql;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Writes what was counted.</summary>
internal static class MessageRows
{
    private const string Add = """
        insert into monitoring.environment_messages
            (tenant_id, crisis_id, message_id, conversation_id, channel, at, group_id, signs, signature, generation)
        select u.tenant, u.crisis, u.message, u.conversation, u.channel, u.at, u.grp, string_to_array(u.signs, ' '), u.signature, $10
        from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::uuid[], $5::varchar[], $6::timestamptz[], $7::uuid[], $8::varchar[], $9::bytea[])
            as u (tenant, crisis, message, conversation, channel, at, grp, signs, signature)
        on conflict (generation, crisis_id, message_id) do nothing
        """;

    /// <summary>How far the rows are; nobody else writes them as long as this transaction is open. 0 when there are none.</summary>
    internal static async Task<long> PositionAsync(NpgsqlConnection connection, int generation, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select p.sequence from monitoring.environment_position p where p.generation = $1 for update",
            connection
        )
        {
            Parameters = { new() { Value = generation } },
        };
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    internal static async Task WriteAsync(Portion batch, Tally tally, InForce inForce, CancellationToken ct)
    {
        await using var commands = new NpgsqlBatch(batch.Connection);
        if (tally.Messages.Count > 0)
            commands.BatchCommands.Add(Messages(batch.Generation, tally.Messages));
        if (tally.Words.Count > 0)
            commands.BatchCommands.Add(WordRows.Write(batch.Generation, [.. tally.Words]));
        if (tally.Answers.Count > 0)
            commands.BatchCommands.Add(Answers(batch.Generation, tally.Answers, inForce));
        if (tally.Erased.Count > 0)
            commands.BatchCommands.Add(Forget(batch.Generation, [.. tally.Erased]));
        // No message joins these any more.
        if (tally.Ended.Count > 0)
            commands.BatchCommands.Add(
                Command(
                    "update monitoring.environment_messages set signature = null where generation = $1 and crisis_id = any ($2)",
                    batch.Generation,
                    tally.Ended.ToArray()
                )
            );
        commands.BatchCommands.Add(
            Command(
                """
                insert into monitoring.environment_position (generation, sequence) values ($1, $2)
                on conflict (generation) do update set sequence = excluded.sequence
                """,
                batch.Generation,
                batch.Events[^1].Sequence
            )
        );
        await commands.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Messages(int generation, IReadOnlyList<MessageRow> rows) =>
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
                new() { Value = generation },
            },
        };

    /// <summary>What came in after an answer waits for the next.</summary>
    private static NpgsqlBatchCommand Answers(
        int generation,
        IReadOnlyList<(Guid Conversation, DateTimeOffset At)> answers,
        InForce inForce
    ) =>
        Command(
            """
            update monitoring.environment_messages m set answered_at = a.at
            from (
                select n.message_id, n.crisis_id, min(u.at) as at from unnest($1::uuid[], $2::timestamptz[]) as u (conversation, at)
                join monitoring.environment_messages n on n.generation = $3 and n.conversation_id = u.conversation and n.at <= u.at
                    and n.answered_at is null
                where not exists (select from unnest($4::uuid[], $5::timestamptz[]) as o (crisis, until) where o.crisis = n.crisis_id and u.at > o.until)
                group by 1, 2) a
            where m.generation = $3 and m.message_id = a.message_id and m.crisis_id = a.crisis_id
            """,
            answers.Select(answer => answer.Conversation).ToArray(),
            answers.Select(answer => answer.At.ToUniversalTime()).ToArray(),
            generation,
            inForce.Over().Select(over => over.Crisis).ToArray(),
            inForce.Over().Select(over => over.AnswersUntil.ToUniversalTime()).ToArray()
        );

    private static NpgsqlBatchCommand Forget(int generation, Guid[] conversations) =>
        Command(
            """
            update monitoring.environment_messages m set conversation_id = u.other, message_id = gen_random_uuid(), signature = null
            from unnest($1::uuid[], $2::uuid[]) as u (conversation, other)
            where m.generation = $3 and m.conversation_id = u.conversation
            """,
            conversations,
            conversations.Select(_ => Guid.NewGuid()).ToArray(),
            generation
        );

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static byte[]? Bytes(ushort[]? signature) => signature is null ? null : MemoryMarshal.AsBytes(signature.AsSpan()).ToArray();
}
