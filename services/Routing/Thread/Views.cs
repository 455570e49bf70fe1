using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Thread;

/// <summary>Who saw what: the verwerkingslog, and who is looking now.</summary>
internal static class Views
{
    /// <summary>One line per look; a screen that refreshes within a minute is the same look.</summary>
    public static NpgsqlBatchCommand Log(Caller caller, Guid conversation, string activity, DateTimeOffset since, DateTimeOffset now) =>
        new(
            """
            insert into routing.processing_log (tenant_id, conversation_id, agent_id, activity, at, trace_id, agent_name)
            select $1, $2, $3, $4, $5, $6, $8
            where not exists (
                select from routing.viewers v where v.tenant_id = $1 and v.conversation_id = $2 and v.agent_id = $3 and v.seen_at > $7 and $4 = 'view')
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = caller.Municipality, NpgsqlDbType = NpgsqlDbType.Varchar },
                new NpgsqlParameter { Value = conversation },
                new NpgsqlParameter { Value = caller.Id, NpgsqlDbType = NpgsqlDbType.Varchar },
                new NpgsqlParameter { Value = activity, NpgsqlDbType = NpgsqlDbType.Varchar },
                new NpgsqlParameter { Value = now },
                new NpgsqlParameter
                {
                    Value = (object?)Activity.Current?.TraceId.ToHexString() ?? DBNull.Value,
                    NpgsqlDbType = NpgsqlDbType.Varchar,
                },
                new NpgsqlParameter { Value = since },
                new NpgsqlParameter { Value = caller.Name, NpgsqlDbType = NpgsqlDbType.Varchar },
            },
        };

    public static NpgsqlBatchCommand See(Caller caller, Guid conversation, DateTimeOffset now) =>
        new(
            """
            with seen as (
                insert into routing.viewers (tenant_id, conversation_id, agent_id, agent_name, seen_at) values ($1, $2, $3, $4, $5)
                on conflict (tenant_id, conversation_id, agent_id) do update set seen_at = excluded.seen_at, agent_name = excluded.agent_name
            )
            update routing.conversations c set unread = false where c.tenant_id = $1 and c.id = $2 and c.unread
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = caller.Municipality },
                new NpgsqlParameter { Value = conversation },
                new NpgsqlParameter { Value = caller.Id },
                new NpgsqlParameter { Value = caller.Name },
                new NpgsqlParameter { Value = now },
            },
        };
}
