using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

/// <summary>The whole way: a resident writes on the network, Routing hears it, an answer goes back.</summary>
public sealed partial class DeliveryTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private static int last;
    private readonly string name = $"gemeente{Interlocked.Increment(ref last)}.test";
    private BlueskyClient network = null!;
    private string municipality = null!;
    private string resident = null!;

    public async ValueTask InitializeAsync()
    {
        network = new(hub.Simulator.Address);
        municipality = await network.Join(name, "app-pass");
        resident = await network.Join($"inwoner-{name}");
        await hub.AddAccountAsync("bluesky", municipality, "app-pass", hub.Simulator.Address, name);
    }

    public async ValueTask DisposeAsync()
    {
        await network.Mend();
        network.Dispose();
    }

    [Fact]
    public async Task A_mention_is_heard_and_answered_in_its_thread_with_working_facets()
    {
        var question = await AskAsync("De lantaarn bij mij is stuk");
        question.Author.Ids.ShouldBe([resident]);
        question.Author.Name.ShouldBe($"inwoner-{name}");
        var reply = Reply(question, $"Dag @inwoner-{name}, meld het op https://example.org/melden.");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Sent)).PlatformId!.ShouldStartWith($"at://{municipality}/");
        var answer = (await network.PostsOf(municipality)).ShouldHaveSingleItem();
        (answer.Parent, answer.Root).ShouldBe((question.PlatformId, question.PlatformId));
        answer.Facets.ShouldBe([$"@inwoner-{name} > {resident}", "https://example.org/melden > https://example.org/melden"]);

        var more = await network.Post(new(resident, "Dank, en nu?", ReplyTo: answer.Uri));
        var heard = await MessageAsync(more);
        (heard.QuotedId, heard.ThreadId).ShouldBe((answer.Uri, question.PlatformId));
        await hub.SendAsync(Reply(heard, "Nu wachten."));
        await Eventually.Async(async () => (await network.PostsOf(municipality)).Count, count => count == 2, "the second answer", 30);
        (await network.PostsOf(municipality))[1].Root.ShouldBe(question.PlatformId);
        hub.Ear.Inbound.Count(inbound => inbound.Content is InboundMessage message && message.Author.Ids.Contains(municipality))
            .ShouldBe(0);
    }

    [Fact]
    public async Task A_long_answer_is_a_thread_of_its_own_parts()
    {
        var question = await AskAsync("Hoe werkt het afval");
        var reply = Reply(question, string.Join(' ', Enumerable.Range(0, 90).Select(i => $"woord{i}")));
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent, part: 2);
        var posts = await network.PostsOf(municipality);
        posts.Select(post => post.Parent).ShouldBe([question.PlatformId, posts[0].Uri, posts[1].Uri]);
        posts.ShouldAllBe(post => post.Root == question.PlatformId);
        string.Join(' ', posts.Select(post => post.Text)).ShouldBe(reply.Text);
    }

    [Theory]
    [InlineData(BlueskyFaultKind.TimeoutAfterAccept)]
    [InlineData(BlueskyFaultKind.TimeoutBeforeAccept)]
    [InlineData(BlueskyFaultKind.ServerError)]
    [InlineData(BlueskyFaultKind.ExpiredToken)]
    [InlineData(BlueskyFaultKind.TooManyRequests)]
    public async Task Whatever_goes_wrong_with_writing_it_stands_there_once(BlueskyFaultKind kind)
    {
        var question = await AskAsync("Nog een vraag");
        await network.Fail(new(kind, "putRecord", Milliseconds: 300, Seconds: 1));
        var reply = Reply(question, "Eén keer.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await network.PostsOf(municipality)).ShouldHaveSingleItem().Text.ShouldBe("Eén keer.");
        hub.Ear.Outcomes.ShouldNotContain(outcome => outcome.ReplyId == reply.ReplyId && outcome.State == DeliveryState.Uncertain);
    }

    [Fact]
    public async Task An_answer_that_is_sent_again_stands_there_once()
    {
        var question = await AskAsync("Vraag");
        await network.Fail(new(BlueskyFaultKind.TimeoutAfterAccept, "putRecord", Milliseconds: 100));
        await network.Fail(new(BlueskyFaultKind.ServerError, "getRecord"));
        var reply = Reply(question, "Toch één keer.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await network.PostsOf(municipality)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_question_that_was_taken_back_is_not_answered_in_the_open()
    {
        var question = await AskAsync("Weg ermee");
        await network.Delete(question.PlatformId);
        var reply = Reply(question, "Antwoord");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason!.ShouldContain("verwijderd");
        (await network.PostsOf(municipality)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions_are_refreshed_and_the_password_is_used_once()
    {
        await AskAsync("Eerste");
        var before = (await network.Calls())["com.atproto.server.createSession"];
        await network.Expire(municipality);
        await AskAsync("Tweede");
        (await network.Calls())["com.atproto.server.createSession"].ShouldBe(before);
        await hub.StopAsync();
        await hub.StartAsync();
        await AskAsync("Derde");
        (await network.Calls())["com.atproto.server.createSession"].ShouldBe(before);
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_words_and_not_tried_for_ever()
    {
        var other = await network.Join("ander-" + name, "goed");
        await hub.AddAccountAsync("bluesky", other, "fout", hub.Simulator.Address);
        await Eventually.Async(
            async () => (await hub.AccountAsync("bluesky", other)).Health?.Failure,
            failure => failure?.Contains("app-wachtwoord", StringComparison.Ordinal) == true,
            "a sentence about the password",
            30
        );
        var reply = TestHub.Reply("bluesky", other, [resident], "Hallo");
        await hub.SendAsync(reply);
        var failed = await hub.HeardAsync(reply, DeliveryState.Failed);
        (failed.Retryable, failed.Reason!.Contains("beheerder", StringComparison.Ordinal)).ShouldBe((true, true));
        await hub.AddAccountAsync("bluesky", other, "goed", hub.Simulator.Address);
        var uri = await network.Post(new(resident, $"Hoi @ander-{name}", Mentions: other));
        await MessageAsync(uri);
    }

    [Fact]
    public async Task A_picture_of_a_resident_is_fetched_without_a_token()
    {
        var cid = await network.Picture(resident, Picture(200));
        var uri = await network.Post(new(resident, $"Kijk @{name}", Mentions: municipality, Picture: cid));
        var question = await MessageAsync(uri);
        question.Kind.ShouldBe(MessageKind.Media);
        await hub.SendAsync(
            Queues.RepliesFor("bluesky"),
            new FetchAttachments(
                TestHub.Municipality,
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                "bluesky",
                "demo",
                municipality,
                question.Attachments!
            )
        );
        var file = question.Attachments![0].FileId;
        await Eventually.Async(() => hub.Ear.Files.Any(stored => stored.FileId == file), "a stored picture", 30);
        hub.Ear.Files.First(stored => stored.FileId == file).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task What_came_while_the_service_was_down_is_heard_once()
    {
        await AskAsync("Eerste vraag");
        await hub.StopAsync();
        var uris = await network.PostMany(new(resident, $"Vraag @{name}", Mentions: municipality, Times: 130));
        await network.Behave(new(EmptyPages: true));
        await hub.StartAsync();
        foreach (var uri in uris)
        {
            await MessageAsync(uri);
        }

        await network.Behave(new(EmptyPages: false));
        await MessageAsync(await network.Post(new(resident, $"Laatste @{name}", Mentions: municipality)));
        hub.Ear.Inbound.Where(inbound => inbound.Content is InboundMessage message && uris.Contains(message.PlatformId))
            .Select(inbound => inbound.EventKey)
            .ShouldBeUnique();
    }

    private static byte[] Picture(int length) =>
        [.. Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000001000000010802000000907753DE"), .. new byte[length]];

    private async Task<InboundMessage> AskAsync(string text) =>
        await MessageAsync(await network.Post(new(resident, $"{text} @{name}", Mentions: municipality)));

    private async Task<InboundMessage> MessageAsync(string id) =>
        (InboundMessage)
            (await hub.HeardAsync(inbound => inbound.Content is InboundMessage message && message.PlatformId == id, id)).Content;

    private ReplyToSend Reply(InboundMessage question, string text) =>
        TestHub.Reply("bluesky", municipality, question.Author.Ids, text) with
        {
            Visibility = question.Visibility,
            ReplyTo = question.ReplyTo,
        };
}
