using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>What only serves for a while does not stay for ever.</summary>
public sealed class SweepTests
{
    /// <summary>Whoever found nothing to do looks again after a minute.</summary>
    private static readonly TimeSpan ANewLook = TimeSpan.FromMinutes(2);

    private static readonly (string Table, string Insert, int Kept, int Gone)[] Swept =
    [
        ("routing.received", "routing.received select 'GM0088', 'key' || n, (now() - interval '1 day' * n)::date", 60, 62),
        (
            "routing.deliveries",
            "routing.deliveries select 'GM0088', gen_random_uuid(), 'whatsapp', 'demo', '1', now() - interval '1 day' * n, '[]', null",
            89,
            91
        ),
        (
            "routing.processing_log",
            "routing.processing_log (tenant_id, conversation_id, agent_id, activity, at) select 'GM0088', gen_random_uuid(), 'jan', 'view', now() - interval '1 day' * n",
            1094,
            1096
        ),
        (
            "hub.dead_letters",
            "hub.dead_letters select gen_random_uuid(), 'GM0088', 'q', '', '', null, null, '', '{}', 1, now() - interval '1 day' * n",
            29,
            31
        ),
    ];

    [Fact]
    public async Task What_is_older_than_its_term_goes_and_what_is_younger_stays()
    {
        await using var hub = await RoutingHub.StartAsync();
        // The oldest first, as they came: where the first is young enough, no other is looked at.
        foreach (var (_, insert, kept, gone) in Swept)
            await hub.Database.ScalarAsync<int>($"insert into {insert} from unnest(array[{gone}, {kept}]) n");
        // More than goes in one portion.
        await hub.Database.ScalarAsync<int>(
            "insert into routing.received select 'GM0088', 'old' || n, (now() - interval '80 days')::date from generate_series(1, 4500) n"
        );

        await hub.MoveClockAsync(ANewLook);
        foreach (var (table, _, _, _) in Swept)
            await Eventually.Async(() => hub.CountAsync(table), left => left == 1, $"one row of {table}", 90);
    }

    [Fact]
    public async Task A_body_that_is_still_to_be_told_keeps_its_delivery()
    {
        await using var hub = await RoutingHub.StartAsync();
        await hub.PublishAsync(
            "GM0088",
            1,
            new() { ["layer.yaml"] = "layer: { title: S, kind: municipality }\nretention: { rawDays: 200 }" }
        );
        await hub.Database.ScalarAsync<int>(
            "insert into routing.deliveries select 'GM0088', gen_random_uuid(), 'whatsapp', 'demo', '1', now() - interval '1 day' * n, '[]', gen_random_uuid() from unnest(array[150, 201]) n"
        );

        await hub.MoveClockAsync(ANewLook);
        await Eventually.Async(() => hub.Channel.Received.OfType<KeepingEnded>().Any(), "word to the channel", 90);
        await Eventually.Async(() => hub.CountAsync("routing.deliveries"), left => left == 1, "the other delivery goes", 90);
        (await hub.CountAsync("routing.deliveries where body_kept is not null")).ShouldBe(1);
    }
}
