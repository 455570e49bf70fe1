using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;
using Blueprints = WebcareHub.RulesOfEngagement.Blueprint;

namespace WebcareHub.Benchmarks;

/// <summary>A national pool with every municipality of the register, many questions, and colleagues who are all at work.</summary>
internal static class PoolOfNation
{
    internal const int Municipalities = 342;
    internal const int Waiting = 50_000;

    /// <summary>A municipality of its own with as many questions, in no pool.</summary>
    internal const string Alone = "GM9999";

    internal static Caller Agent(int at) => new($"agent{at}", "Helper", "GM9998", ["webcare"]);

    internal static async Task FillAsync(IHost host, TestDatabase database, int agents)
    {
        await PublishAsync(host.Services.GetRequiredService<EventStore.EventStore>());
        foreach (string sql in Statements(agents))
        {
            await database.ScalarAsync<object>(sql);
        }
    }

    private static async Task PublishAsync(EventStore.EventStore store)
    {
        LayerFiles national = LayerFiles.FromBlueprint(ProjectFolders.Blueprint).Single(layer => layer.Code == Blueprints.National);
        await using EventSession session = await store.OpenAsync([Blueprints.National], null, CancellationToken.None);
        session.Append(
            StreamKey.OfLayer(Blueprints.National),
            0,
            [new ReleasePublished(Blueprints.National, 1, "", national.Files, "", new AgentRef("bench", "Bench"), DateTimeOffset.UtcNow)]
        );
        session.RaiseEpoch(Blueprints.National, 1);
        await session.CommitAsync(CancellationToken.None);
    }

    // A few large ones and many small ones; one in a hundred urgent, one in ten high; due between an hour ago and a day from now.
    private static IEnumerable<string> Statements(int agents) =>
        [
            "insert into routing.pools values ('nl', 0)",
            $"""
                insert into routing.pool_members (tenant_id, municipality, share, own_first, blocked_topics)
                select 'nl', 'GM' || lpad(n::text, 4, '0'), 1 + n % 5, true, '{Empty}' from generate_series(1, {Municipalities}) n
                """,
            $"""
                insert into routing.pool_agents (tenant_id, municipality, subject, channels, topics, capacity)
                select 'nl', 'GM9998', 'agent' || n, '{Empty}', '{Empty}', 1000 from generate_series(0, {agents - 1}) n
                """,
            $"""
                insert into routing.presence (tenant_id, subject, name, state, capacity, pools, since, seen_at, day)
                select 'GM9998', 'agent' || n, 'Helper', 0, 1000, '{Nation}', now(), now(), current_date from generate_series(0, {agents
                    - 1}) n
                """,
            Questions($"'GM' || lpad((1 + floor({Municipalities} * random() ^ 3)::int)::text, 4, '0')", Nation),
            Questions($"'{Alone}'", Empty),
            "vacuum analyze routing.conversations",
            "analyze routing.pool_members",
        ];

    private static string Questions(string municipality, string open) =>
        $"""
            insert into routing.conversations (
                id, tenant_id, version, channel, app, account, resident_id, person_id, visibility, status, priority, theme, work_list, overflow,
                approval_required, suggested, labels, acknowledged, unread, opened_at, last_message_at, waiting_since, due_at, overdue,
                needs_attention, erased, open_to, open_cause, open_since)
            select gen_random_uuid(), {municipality}, 0, 'whatsapp', 'demo', 'a', gen_random_uuid(), gen_random_uuid(), 0, 0,
                case when r < 0.01 then 3 when r < 0.11 then 2 else 1 end, 'webcare', 'webcare', 'national',
                false, '', '', false, true, now(), now(), now() - random() * interval '2 hours',
                now() + (random() * 25 - 1) * interval '1 hour', false, false, false, '{open}', 'crisis', now()
            from (select random() as r from generate_series(1, {Waiting})) q
            """;

    private const string Empty = "{}";
    private const string Nation = "{nl}";
}
