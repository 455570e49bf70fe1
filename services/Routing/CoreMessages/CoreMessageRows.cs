using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.CoreMessages;

/// <summary>What <see cref="FollowCoreMessages"/> writes.</summary>
internal static class CoreMessageRows
{
    public static NpgsqlBatchCommand Layer(string layer, Guid message) =>
        Command("insert into routing.core_message_layers (tenant_id, message_id) values ($1, $2) on conflict do nothing", layer, message);

    /// <summary>What municipalities say of an older version needs a decision again.</summary>
    public static NpgsqlBatchCommand Outdate(Guid message, int version) =>
        Command("update routing.core_messages set is_outdated = true where message_id = $1 and version < $2", message, version);

    public static NpgsqlBatchCommand Say(string tenant, string layer, CoreMessageReleased said)
    {
        var command = Command(
            """
            insert into routing.core_messages (tenant_id, message_id, version, layer, title, text, stand_of, valid_from, valid_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (tenant_id, message_id) do update set version = excluded.version, title = excluded.title, text = excluded.text,
                stand_of = excluded.stand_of, valid_from = excluded.valid_from, valid_until = excluded.valid_until, is_outdated = false
            """,
            tenant,
            said.MessageId,
            said.Version,
            Exercise.Real(layer),
            said.Title,
            said.Text,
            said.StandOf.ToUniversalTime(),
            said.ValidFrom.ToUniversalTime()
        );
        command.Parameters.Add(
            new() { Value = (object?)said.ValidUntil?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz }
        );
        return command;
    }

    public static NpgsqlBatchCommand Unsay(string tenant, Guid message) =>
        Command("delete from routing.core_messages where tenant_id = $1 and message_id = $2", tenant, message);

    public static NpgsqlBatchCommand Withdraw(Guid message) =>
        Command("update routing.core_messages set is_withdrawn = true where message_id = $1", message);

    /// <summary>Answers that tell a core message.</summary>
    public static NpgsqlBatchCommand Told(IReadOnlyList<RecordedEvent> answers)
    {
        var replies = answers.Select(recorded => (ReplyRequested)recorded.Data).ToArray();
        var ids = replies.Select(reply => CoreAnswerId.Of(reply.AnswerId)!.Value).ToArray();
        return Command(
            """
            insert into routing.core_message_answers (tenant_id, reply_id, message_id, version, conversation_id, channel, state, at)
            select u.tenant, u.reply, u.message, u.version, c.id, c.channel, 0, u.at
            from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::timestamptz[])
                as u (tenant, reply, message, version, conversation, at)
            join routing.conversations c on c.id = u.conversation
            on conflict do nothing
            """,
            answers.Select(recorded => recorded.Stream.Tenant).ToArray(),
            replies.Select(reply => reply.ReplyId).ToArray(),
            ids.Select(id => id.Message).ToArray(),
            ids.Select(id => id.Version).ToArray(),
            answers.Select(recorded => Streams.ConversationId(recorded.Stream) ?? Guid.Empty).ToArray(),
            replies.Select(reply => reply.At.ToUniversalTime()).ToArray()
        );
    }

    /// <summary>How far answers have come, in the order it happened; those that tell no core message are not here.</summary>
    public static NpgsqlBatchCommand Reached(IReadOnlyList<(Guid Reply, DeliveryState State)> reached)
    {
        var last = reached.GroupBy(each => each.Reply).Select(same => same.Last()).ToArray();
        return Command(
            """
            update routing.core_message_answers a set state = u.state from unnest($1::uuid[], $2::smallint[]) as u (reply, state)
            where a.reply_id = u.reply
            """,
            last.Select(each => each.Reply).ToArray(),
            last.Select(each => (short)each.State).ToArray()
        );
    }

    /// <summary>Counts anew where these answers stand.</summary>
    public static NpgsqlBatchCommand Count(Guid[] replies) =>
        Command(
            $"""
            insert into routing.core_message_counts as n (tenant_id, message_id, municipality, channel, version, answers, failed)
            select l.tenant_id, a.message_id, a.tenant_id, a.channel, a.version, count(*), count(*) filter (where a.state = {(short)
                DeliveryState.Failed})
            from (select distinct tenant_id, message_id from routing.core_message_answers where reply_id = any ($1)) as touched
            join routing.core_message_answers a on a.tenant_id = touched.tenant_id and a.message_id = touched.message_id
            join routing.core_message_layers l on l.message_id = a.message_id
            group by 1, 2, 3, 4, 5
            on conflict (message_id, municipality, channel, version) do update set answers = excluded.answers, failed = excluded.failed
            """,
            replies
        );

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
