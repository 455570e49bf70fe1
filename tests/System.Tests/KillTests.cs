using System.Diagnostics;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

[Collection(nameof(Mortal))]
public sealed class KillTests(MortalHub mortal, ITestOutputHelper output)
{
    private const int PerSecond = 100;

    [Fact]
    public async Task Whatever_dies_under_load_nothing_is_lost_and_nothing_is_sent_twice()
    {
        var hub = mortal.Hub;
        // What another class left waiting is answered too.
        var all = await hub.StoredMessages() + Scale.MessagesUnderKills;
        using var closing = new CancellationTokenSource();
        var team = new Team(hub, perMunicipality: 3);
        var working = team.WorkAsync(closing.Token);
        var watch = Stopwatch.StartNew();

        await SendAndKillEach(hub);
        output.WriteLine($"sent and killed after {watch.Elapsed.TotalSeconds:0} s: {await hub.Residents.Counts()}");
        await hub.Residents.WebhooksDelivered(Scale.Patience);
        await Eventually.Async(hub.StoredMessages, stored => stored >= all, "every message is stored", Scale.Patience.TotalSeconds);
        await EveryoneAnswered(hub);
        await closing.CancelAsync();
        await working;
        output.WriteLine($"all settled after {watch.Elapsed.TotalSeconds:0} s: {await hub.Residents.Counts()}");

        await EachMessageIsStoredOnce(hub, all);
        await NoReplyIsSentTwiceOrForgotten(hub, all);
    }

    /// <summary>One after the other, each in the middle of its own share of the load.</summary>
    private async Task SendAndKillEach(HubUnderTest hub)
    {
        (string Name, Func<Task> Kill, Func<Task> Start)[] victims =
        [
            ("Ingest", hub.Ingest.KillAsync, () => hub.Ingest.StartAsync()),
            ("Routing", hub.Routing.KillAsync, () => hub.Routing.StartAsync()),
            ("RabbitMQ", hub.Servers.OwnRabbitMq!.KillAsync, hub.Servers.OwnRabbitMq!.StartAsync),
            ("PostgreSQL", hub.Servers.OwnPostgres!.KillAsync, hub.Servers.OwnPostgres!.StartAsync),
        ];
        var share = Scale.MessagesUnderKills / victims.Length;
        foreach (var ((name, kill, start), place) in victims.Select((victim, place) => (victim, place)))
        {
            var sending = Send(hub, Crowd.Of(share, place * share));
            await Task.Delay(TimeSpan.FromSeconds(share / PerSecond / 2.0));
            output.WriteLine($"{name} is killed: {await hub.Residents.Counts()}");
            await kill();
            await start();
            await sending;
        }
    }

    private static async Task Send(HubUnderTest hub, ResidentMessage[] messages)
    {
        foreach (var second in messages.Chunk(PerSecond))
        {
            await hub.Residents.Write(new WriteMessages(second));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static Task<long> EveryoneAnswered(HubUnderTest hub) =>
        Eventually.Async(
            () => hub.Count("select count(*) from routing.conversations where status in (0, 1)"),
            open => open == 0,
            "every conversation is answered",
            Scale.Patience.TotalSeconds
        );

    private static async Task EachMessageIsStoredOnce(HubUnderTest hub, long all)
    {
        (await hub.StoredMessages()).ShouldBe(all);
        (await hub.Count("select count(distinct stream_id) from events.mt_events where type = 'message_received'")).ShouldBe(all);
        (await hub.DeadLetters()).ShouldBe(0);
    }

    private static async Task NoReplyIsSentTwiceOrForgotten(HubUnderTest hub, long all)
    {
        await Eventually.Async(
            () => hub.Count("select count(*) from channels.outbound where state <> 0"),
            begun => begun >= all,
            "every answer is begun",
            Scale.Patience.TotalSeconds
        );
        // What a killed process had in its hands becomes uncertain when its lease is over.
        await hub.MoveClock(61);
        await Eventually.Async(
            () => hub.Count("select count(*) from channels.outbound where state in (0, 1)"),
            underway => underway == 0,
            "every answer is sent, failed or uncertain",
            Scale.Patience.TotalSeconds
        );
        var (counts, unsure) = await Eventually.Async(
            async () => (await hub.Residents.Counts(), await hub.Count("select count(*) from routing.conversations where needs_attention")),
            reply => reply.Item1.ResidentsAnswered + reply.Item2 >= all,
            "every answer has arrived or is shown to a colleague",
            Scale.Patience.TotalSeconds
        );
        counts.RepeatedTexts.ShouldBe(0);
        counts.RepeatedCallbacks.ShouldBe(0);
        (await hub.Count("select count(*) from events.mt_events where type = 'reply_requested'")).ShouldBe(all);
        unsure.ShouldBeLessThan(Scale.MessagesUnderKills / 20);
    }
}
