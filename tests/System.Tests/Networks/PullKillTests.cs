using System.Net;
using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>Nobody delivers again what a process that asks platforms had in its hands when it died: it has to ask again itself.</summary>
[Collection(typeof(OneHub))]
public sealed class PullKillTests(RunningHub running, ITestOutputHelper output)
{
    private const string Municipality = "GM0072";
    private const int PerSecond = 4;
    private const int Between = 20;

    private readonly HubUnderTest hub = running.Hub;
    private readonly HashSet<Guid> answered = [];

    [Fact]
    public async Task What_residents_post_while_it_is_killed_twice_is_stored_once_and_answered_once()
    {
        await hub.StartSocialAsync();
        using var mastodon = new MastodonNetwork();
        using var bluesky = new BlueskyNetwork();
        INetwork[] networks = [mastodon, bluesky];
        await Task.WhenAll(networks.Select(network => network.BeginAsync(hub, Municipality)));
        var accounts = $"in ('{mastodon.Account}', '{bluesky.Account}')";

        var mark = $"P{Random.Shared.Next(1_000_000)}";
        using var enough = new CancellationTokenSource();
        var answering = AnswerAsync(mark, enough.Token);
        var writing = Task.WhenAll(networks.Select(network => WriteAsync(network, mark, enough.Token)));
        foreach (var _ in new[] { "once", "twice" })
        {
            await ReachedAsync(accounts, await hub.Count(Stored(accounts)) + Between);
            await hub.Social.KillAsync();
            output.WriteLine($"killed with {await hub.Count(Stored(accounts))} messages in the store");
            await hub.Social.StartAsync();
        }

        await enough.CancelAsync();
        var written = (await writing).Sum();
        await answering;
        output.WriteLine($"{written} posts, {answered.Count} answers");
        await ReachedAsync(accounts, written);

        await EachIsStoredOnceAsync(accounts, written);
        await EachAnswerIsThereOnceAsync(networks, accounts);
    }

    private static string Stored(string accounts) =>
        $"""
            select count(*) from events.mt_events e join routing.conversations c on e.stream_id = 'conversation-' || c.id
            where e.type = 'message_received' and c.account {accounts}
            """;

    /// <summary>Returns how many posts there were.</summary>
    private static async Task<int> WriteAsync(INetwork network, string mark, CancellationToken ct)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var post = 0; ; post++)
        {
            if (ct.IsCancellationRequested)
                return post;
            await network.WriteAsync($"{mark} vraag {post}", Visibility.Public);
            await beat.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private Task<long> ReachedAsync(string accounts, long messages) =>
        Eventually.Async(() => hub.Count(Stored(accounts)), stored => stored >= messages, $"{messages} messages are stored", 120);

    /// <summary>A colleague answers one each half a second, whatever dies meanwhile.</summary>
    private async Task AnswerAsync(string mark, CancellationToken ct)
    {
        using var desk = hub.Desk(Municipality, "agent-pull");
        while (!ct.IsCancellationRequested)
        {
            var waiting = (await desk.List("waiting")).Items;
            if (waiting.FirstOrDefault(row => row.Preview?.Contains(mark) == true && !answered.Contains(row.Id)) is { } next)
            {
                (await desk.TryReply(next.Id, next.Version, $"Antwoord {next.Id}")).ShouldBe(HttpStatusCode.Accepted);
                answered.Add(next.Id);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task EachIsStoredOnceAsync(string accounts, long messages)
    {
        (await hub.Count(Stored(accounts))).ShouldBe(messages);
        var different = $"""
            select count(distinct m.platform_hash) from routing.messages m join routing.conversations c on c.id = m.conversation_id
            where c.account {accounts} and exists (
                select from events.mt_events e where e.stream_id = 'conversation-' || c.id and e.type = 'message_received')
            """;
        (await hub.Count(different)).ShouldBeGreaterThanOrEqualTo(messages);
        (await hub.DeadLetters()).ShouldBe(0);
    }

    private async Task EachAnswerIsThereOnceAsync(INetwork[] networks, string accounts)
    {
        // What a killed process had in its hands is taken up when its lease is over.
        await hub.MoveClock(61);
        await Eventually.Async(
            () => hub.Count($"select count(*) from channels.outbound where account {accounts} and state >= 3"),
            sent => sent == answered.Count,
            "every answer is sent",
            60
        );
        var landed = (await Task.WhenAll(networks.Select(network => network.AnswersAsync()))).SelectMany(all => all).ToArray();
        landed.Select(one => one.Text).ShouldBeUnique();
        landed.Length.ShouldBe(answered.Count);
    }
}
