using Npgsql;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Pools;

/// <summary>What routing reads of a pool: written with its events.</summary>
internal static class PoolTables
{
    public static StreamKey Stream(string pool) => new(pool, $"pool-{pool}");

    public static IEnumerable<NpgsqlBatchCommand> Of(object @event, Edition edition) =>
        @event switch
        {
            MunicipalityJoinedPool e => [Joined(e, edition.For(e.Municipality).Blueprint), Changed(e.Pool)],
            MunicipalityLeftPool e =>
            [
                Command("delete from routing.pool_members where tenant_id = $1 and municipality = $2", e.Pool, e.Municipality),
                Changed(e.Pool),
            ],
            AgentAdmittedToPool e => [Admitted(e), Changed(e.Pool)],
            AgentLeftPool e =>
            [
                Command(
                    "delete from routing.pool_agents where tenant_id = $1 and municipality = $2 and subject = $3",
                    e.Pool,
                    e.Municipality,
                    e.Agent.Id
                ),
                Changed(e.Pool),
            ],
            _ => [],
        };

    // A topic is blocked with all that is under it.
    private static NpgsqlBatchCommand Joined(MunicipalityJoinedPool e, EffectiveBlueprint blueprint)
    {
        var blocked = new Doors.Joined(e.Pool, e.Terms.BlockedTopics);
        string[] topics =
        [
            .. e
                .Terms.BlockedTopics.Concat(blueprint.Topics.Select(topic => topic.Id).Where(topic => !blocked.Shares(topic, blueprint)))
                .Distinct(),
        ];
        return Command(
            """
            insert into routing.pool_members as m (tenant_id, municipality, share, own_first, blocked_topics) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, municipality) do update
            set share = excluded.share, own_first = excluded.own_first, blocked_topics = excluded.blocked_topics
            """,
            e.Pool,
            e.Municipality,
            e.Terms.Share,
            e.Terms.OwnFirst,
            topics
        );
    }

    private static NpgsqlBatchCommand Admitted(AgentAdmittedToPool e) =>
        Command(
            """
            insert into routing.pool_agents as a (tenant_id, municipality, subject, channels, topics, capacity) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, municipality, subject) do update
            set channels = excluded.channels, topics = excluded.topics, capacity = excluded.capacity
            """,
            e.Pool,
            e.Municipality,
            e.Agent.Id,
            e.Channels.ToArray(),
            e.Topics.ToArray(),
            e.Capacity
        );

    // After the others: who takes a question locks its member before the pool.
    private static NpgsqlBatchCommand Changed(string pool) =>
        Command(
            """
            insert into routing.pools as p (tenant_id, pass, changes) values ($1, 0, 1)
            on conflict (tenant_id) do update set changes = p.changes + 1
            """,
            pool
        );

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
