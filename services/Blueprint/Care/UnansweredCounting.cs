using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Care;

/// <summary>
/// Counts, whenever a conversation ends, whether a colleague answered it without a standard answer. Of the conversation it reads topics and
/// which answers were used, never words. What happened before an earlier end was counted then.
/// </summary>
internal sealed class UnansweredCounting : IFeedSubscriber
{
    private const string Count = """
        with ended as (
            select e.*, coalesce((
                select max(p.version) from events.mt_events p
                where p.tenant_id = e.tenant and p.stream_id = e.stream and p.type = 'resolved' and p.version < e.version
            ), 0) as earlier
            from unnest($1::varchar[], $2::varchar[], $3::bigint[], $4::date[]) as e (tenant, stream, version, week)
        ),
        happened as (
            select e.tenant, e.stream, e.version, e.week, h.version as at, h.type = 'reply_requested' as replied, h.version > e.earlier as now,
                h.data ->> 'Topic' as topic, h.data ->> 'AnswerId' as answer, h.data ->> 'Automatic' = 'true' as automatic
            from ended e join events.mt_events h on h.tenant_id = e.tenant and h.stream_id = e.stream and h.version < e.version
            where h.type in ('question_recognised', 'topic_corrected', 'reply_requested')
        ),
        summed as (
            select e.tenant, e.week, coalesce((array_agg(h.topic order by h.at desc) filter (where not h.replied))[1], '') as topic,
                coalesce(bool_and(h.answer is null) filter (where h.replied and h.now and not h.automatic), false) as unanswered
            from ended e left join happened h on h.tenant = e.tenant and h.stream = e.stream and h.version = e.version
            group by e.tenant, e.stream, e.version, e.week
        ),
        topics as (
            select h.tenant, h.week, coalesce(h.topic, '') as topic, count(distinct (h.stream, h.version)) as matched
            from happened h where h.now and not h.replied group by 1, 2, 3
        ),
        counts as (
            select tenant, week, topic, 0 as matched, count(*) as ended, count(*) filter (where unanswered) as unanswered
            from summed group by 1, 2, 3
            union all
            select tenant, week, topic, matched, 0, 0 from topics
        )
        insert into blueprint.unanswered as u (tenant_id, week, topic, matched, ended, unanswered)
        select tenant, week, topic, sum(matched), sum(ended), sum(unanswered) from counts group by 1, 2, 3 order by 1, 2, 3
        on conflict (tenant_id, week, topic) do update set matched = u.matched + excluded.matched, ended = u.ended + excluded.ended,
            unanswered = u.unanswered + excluded.unanswered
        """;

    private const string Sum = """
        insert into blueprint.unanswered_everywhere (tenant_id, week, topic, municipalities, ended, unanswered)
        select 'nl', week, topic, count(*) filter (where unanswered > 0),
            case when count(*) filter (where unanswered > 0) >= 5 then sum(ended) end,
            case when count(*) filter (where unanswered > 0) >= 5 then sum(unanswered) end
        from blueprint.unanswered where week = any ($1) group by week, topic order by week, topic
        on conflict (tenant_id, week, topic) do update set municipalities = excluded.municipalities, ended = excluded.ended,
            unanswered = excluded.unanswered
        """;

    public string Name => "blueprint.unanswered:All";

    public IReadOnlyCollection<Type>? Types { get; } = [typeof(Resolved)];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        var ended = batch.Events.Where(recorded => recorded.Data is Resolved && !Exercise.Is(recorded.Stream.Tenant)).ToArray();
        var weeks = ended.Select(recorded => Days.Monday(Days.Of(((Resolved)recorded.Data).At))).ToArray();
        await using var commands = new NpgsqlBatch(batch.Connection)
        {
            BatchCommands =
            {
                new(Count)
                {
                    Parameters =
                    {
                        new() { Value = ended.Select(recorded => recorded.Stream.Tenant).ToArray() },
                        new() { Value = ended.Select(recorded => recorded.Stream.Key).ToArray() },
                        new() { Value = ended.Select(recorded => recorded.Version).ToArray() },
                        new() { Value = weeks },
                    },
                },
                new(Sum) { Parameters = { new() { Value = weeks.Distinct().ToArray() } } },
            },
        };
        await commands.ExecuteNonQueryAsync(ct);
    }
}
