using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Routing.Together;

/// <summary>Who gets an answer: a row for each, once.</summary>
internal static class Recipients
{
    /// <summary>How far one is.</summary>
    internal enum State : short
    {
        Waits,
        HandedOn,
        NotPossible,
        TakenBack,
    }

    /// <summary>When the last of these accounts' waiting answers leaves, of any answer.</summary>
    public static async Task<Dictionary<Pacing.Account, DateTimeOffset>> BusyUntilAsync(
        NpgsqlConnection connection,
        IEnumerable<Candidate> candidates,
        CancellationToken ct
    )
    {
        var accounts = candidates.Select(candidate => candidate.From).Distinct().ToArray();
        await using var command = new NpgsqlCommand(
            """
            select r.tenant_id, r.channel, r.account, max(r.send_at)
            from unnest($1::varchar[], $2::varchar[], $3::varchar[]) as u (tenant, channel, account)
            join routing.answer_recipients r on r.tenant_id = u.tenant and r.channel = u.channel and r.account = u.account and r.state = 0
            group by 1, 2, 3
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = accounts.Select(account => account.Municipality).ToArray() },
                new() { Value = accounts.Select(account => account.Channel).ToArray() },
                new() { Value = accounts.Select(account => account.Id).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var busy = new Dictionary<Pacing.Account, DateTimeOffset>();
        while (await row.ReadAsync(ct))
            busy[new(row.GetString(0), row.GetString(1), row.GetString(2))] = row.GetFieldValue<DateTimeOffset>(3);
        return busy;
    }

    /// <summary>Who stands there already is left as they are.</summary>
    public static NpgsqlBatchCommand Add(Guid answer, IReadOnlyList<Candidate> candidates, DateTimeOffset[] sendAt, bool late) =>
        new(
            """
            insert into routing.answer_recipients (answer_id, conversation_id, tenant_id, message_id, channel, account, late, state, send_at)
            select $1, u.id, u.tenant, u.message, u.channel, u.account, $2, 0, u.at
            from unnest($3::uuid[], $4::varchar[], $5::uuid[], $6::varchar[], $7::varchar[], $8::timestamptz[])
                as u (id, tenant, message, channel, account, at)
            order by u.id
            on conflict do nothing
            """
        )
        {
            Parameters =
            {
                new() { Value = answer },
                new() { Value = late },
                new() { Value = candidates.Select(candidate => candidate.Id).ToArray() },
                new() { Value = candidates.Select(candidate => candidate.Municipality).ToArray() },
                new() { Value = candidates.Select(candidate => candidate.Message).ToArray() },
                new() { Value = candidates.Select(candidate => candidate.Channel).ToArray() },
                new() { Value = candidates.Select(candidate => candidate.Account).ToArray() },
                new() { Value = sendAt },
            },
        };

    /// <summary>What became of these.</summary>
    public static NpgsqlBatchCommand Done(Guid[] answers, Guid[] conversations, IReadOnlyList<SendToOne.Outcome> outcomes) =>
        new(
            """
            update routing.answer_recipients r set state = u.state, reply_id = u.reply, reason = u.reason
            from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::uuid[], $5::varchar[]) as u (answer, conversation, state, reply, reason)
            where r.answer_id = u.answer and r.conversation_id = u.conversation
            """
        )
        {
            Parameters =
            {
                new() { Value = answers },
                new() { Value = conversations },
                new() { Value = outcomes.Select(each => (short)(each.Reply is null ? State.NotPossible : State.HandedOn)).ToArray() },
                new() { Value = outcomes.Select(each => each.Reply?.ReplyId).ToArray() },
                new() { Value = outcomes.Select(each => each.Reason).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
            },
        };

    /// <summary>Whoever still waits for this answer does not get it.</summary>
    public static NpgsqlBatchCommand TakeBack(Guid answer) =>
        new("update routing.answer_recipients set state = 3 where answer_id = $1 and state = 0")
        {
            Parameters = { new() { Value = answer } },
        };
}
