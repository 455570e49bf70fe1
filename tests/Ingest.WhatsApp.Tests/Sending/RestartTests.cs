using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

public sealed class RestartTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task A_call_that_died_with_its_process_is_uncertain_and_not_repeated()
    {
        await hub.StopAsync();
        var reply = Guid.CreateVersion7();
        await hub.Database.ScalarAsync<int>(
            """
            insert into channels.outbound (part_id, tenant_id, channel, app, account, conversation_id, reply_id, part, parts, resident_id, state, told,
                attempts, due_at, requested_at, changed_at)
            values (gen_random_uuid(), 'GM0088', 'whatsapp', 'demo', '100000088', gen_random_uuid(), $1, 0, 1, gen_random_uuid(), 1, 0,
                1, now() - interval '1 minute', now() - interval '2 minutes', now() - interval '2 minutes') returning 1
            """,
            reply
        );
        await hub.StartAsync();
        await Eventually.Async(
            () => hub.Ear.Outcomes.Any(outcome => outcome.ReplyId == reply && outcome.State == DeliveryState.Uncertain),
            "the part is uncertain",
            30
        );
        (await hub.Database.ScalarAsync<int>("select attempts from channels.outbound where reply_id = $1", reply)).ShouldBe(1);
    }

    /// <summary>What a process has in hand and cannot send yet would be uncertain before its turn comes.</summary>
    [Fact]
    public async Task Of_a_crowd_that_waits_no_more_is_claimed_than_can_be_sent()
    {
        var outbox = hub.Get<Outbox>();
        Task<IReadOnlyList<Outbox.Claimed>> ClaimAsync() => outbox.ClaimAsync("crowd", TimeSpan.FromMinutes(1), 16);
        // By now the database keeps a plan, made while nothing waited.
        for (var quiet = 0; quiet < 10; quiet++)
        {
            (await ClaimAsync()).ShouldBeEmpty();
        }

        await hub.Database.ScalarAsync<int>(
            """
            insert into channels.outbound (part_id, tenant_id, channel, app, account, conversation_id, reply_id, part, parts, resident_id, state, told,
                due_at, requested_at, changed_at)
            select gen_random_uuid(), 'GM0088', 'crowd', 'demo', 'crowd', gen_random_uuid(), gen_random_uuid(), 0, 1, gen_random_uuid(), 0, 0,
                now(), now(), now() from generate_series(1, 300) returning 1
            """
        );
        (await ClaimAsync()).Count.ShouldBe(16);
        (await ClaimAsync()).Count.ShouldBe(16);
    }

    [Fact]
    public async Task An_outcome_that_was_not_told_is_told_at_the_next_start()
    {
        await hub.StopAsync();
        var reply = Guid.CreateVersion7();
        await hub.Database.ScalarAsync<int>(
            """
            insert into channels.outbound (part_id, tenant_id, channel, app, account, conversation_id, reply_id, part, parts, resident_id, state, told,
                reason, due_at, requested_at, changed_at)
            values (gen_random_uuid(), 'GM0088', 'whatsapp', 'demo', '100000088', gen_random_uuid(), $1, 0, 1, gen_random_uuid(), 6, 0,
                'Niet aangekomen.', now(), now(), now()) returning 1
            """,
            reply
        );
        await hub.StartAsync();
        await Eventually.Async(
            () => hub.Ear.Outcomes.Any(outcome => outcome.ReplyId == reply && outcome.State == DeliveryState.Failed),
            "the failure is told",
            30
        );
    }

    [Fact]
    public async Task Without_the_broker_a_post_is_answered_with_503()
    {
        await hub.Broker.SetAwayAsync(true);
        var publisher = hub.Get<ServiceDefaults.HotPath.HotPublisher>();
        await Eventually.Async(() => !publisher.IsConnected, "the broker is away", 20);
        using var away = await hub.PostAsync("{}"u8.ToArray());
        away.StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        away.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        await hub.Broker.SetAwayAsync(false);
        await Eventually.Async(() => publisher.IsConnected, "the broker is back", 40);
        using var back = await hub.PostAsync("{}"u8.ToArray());
        back.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
