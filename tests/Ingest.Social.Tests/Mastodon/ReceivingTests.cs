using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Mastodon;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class ReceivingTests(TestHub hub) : IClassFixture<TestHub>
{
    [Theory]
    [InlineData("public", Visibility.Public)]
    [InlineData("unlisted", Visibility.Public)]
    [InlineData("private", Visibility.Private)]
    [InlineData("direct", Visibility.Private)]
    public async Task A_mention_arrives_with_who_may_read_it(string width, Visibility visibility)
    {
        using var server = await Server.StartAsync(hub);
        var message = await server.AskAsync(new("jan@elders.example", "@gemeente Wanneer wordt het papier opgehaald?", width));
        message.Visibility.ShouldBe(visibility);
        message.Text.ShouldBe("@gemeente Wanneer wordt het papier opgehaald?");
        message.Author.Ids.ShouldBe(["mastodon:https://elders.example/@jan"]);
    }

    [Fact]
    public async Task What_the_server_keeps_apart_is_read_too()
    {
        using var server = await Server.StartAsync(hub, new(Streams: false));
        await server.AskAsync(new("vreemd@elders.example", "@gemeente Een eerste bericht.", "direct", Filtered: true));
        using var older = await Server.StartAsync(hub, new(Streams: false, KeepsFiltered: true));
        await older.AskAsync(new("vreemd@elders.example", "@gemeente Ook een eerste bericht.", "direct", Filtered: true));
    }

    [Fact]
    public async Task An_answer_belongs_to_the_thread_of_its_first_post()
    {
        using var server = await Server.StartAsync(hub);
        var root = await server.Network.Post(new("jan@elders.example", "Wat een rommel op het plein"));
        var second = await server.Network.Post(new("an@elders.example", "Zeg dat wel", InReplyTo: root));
        var message = await server.AskAsync(new("jan@elders.example", "@gemeente kijkt u eens", InReplyTo: second));
        (message.ThreadId, message.QuotedId).ShouldBe((root, second));
    }

    [Fact]
    public async Task An_edit_and_a_deletion_come_by_the_stream()
    {
        using var server = await Server.StartAsync(hub);
        var message = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        await server.Network.Edit(message.PlatformId, "@gemeente Betere vraag");
        await server.HeardAsync<InboundEdit>(edit => edit.Text == "@gemeente Betere vraag", "the edit");
        await server.Network.Delete(message.PlatformId);
        await server.HeardAsync<InboundDeletion>(deletion => deletion.PlatformId == message.PlatformId, "the deletion");
    }

    [Fact]
    public async Task What_happened_while_the_stream_was_away_is_found_when_it_is_back()
    {
        using var server = await Server.StartAsync(hub);
        var edited = await server.AskAsync(new("jan@elders.example", "@gemeente Eerste"));
        var deleted = await server.AskAsync(new("an@elders.example", "@gemeente Tweede"));
        await server.Network.Behave(new(Streams: false));
        await Eventually.Async(server.Network.Counts, counts => counts.Streams == 0, "no stream");
        await server.Network.Edit(edited.PlatformId, "@gemeente Eerste, maar beter");
        await server.Network.Delete(deleted.PlatformId);
        var missed = await server.Network.Post(new("piet@elders.example", "@gemeente Derde"));

        await server.Network.Behave(new(Streams: true));
        await server.HeardAsync<InboundMessage>(message => message.PlatformId == missed, "what was missed");
        await server.HeardAsync<InboundEdit>(edit => edit.PlatformId == edited.PlatformId, "the edit that was missed");
        await server.HeardAsync<InboundDeletion>(deletion => deletion.PlatformId == deleted.PlatformId, "the deletion that was missed");
    }

    [Fact]
    public async Task More_than_a_page_arrives_whole()
    {
        using var server = await Server.StartAsync(hub, new(Streams: false, Calls: 10_000));
        var posts = new List<string>();
        for (var number = 0; number < 100; number++)
        {
            posts.Add(await server.Network.Post(new($"p{number}@elders.example", $"@gemeente Vraag {number}")));
        }

        await server.Network.Behave(new(Streams: true));
        await Eventually.Async(() => Messages(server).Distinct().Count() == posts.Count, "all of them", 30);
        Messages(server).Distinct().ShouldBe(posts, ignoreOrder: true);
    }

    [Fact]
    public async Task A_server_with_words_for_ids_is_read_as_well()
    {
        using var server = await Server.StartAsync(hub, new(Ulid: true));
        var first = await server.AskAsync(new("jan@elders.example", "@gemeente Een"));
        first.PlatformId.ShouldStartWith("01J");
        await server.AskAsync(new("jan@elders.example", "@gemeente Twee"));
    }

    [Fact]
    public async Task A_star_on_an_answer_is_a_reaction_and_a_post_made_elsewhere_no_question()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        var own = await server.Network.Post(new("gemeente", "@jan@elders.example Antwoord uit de app", InReplyTo: question.PlatformId));
        var echo = await server.HeardAsync<InboundEcho>(echo => echo.PlatformId == own, "the echo");
        ((InboundEcho)echo.Content).Recipient.Ids.ShouldBe(question.Author.Ids);
        await server.Network.Star("jan@elders.example", own);
        await server.HeardAsync<InboundReaction>(reaction => reaction.TargetId == own && reaction.Emoji == "⭐", "the star");
        Messages(server).ShouldBe([question.PlatformId]);
    }

    [Fact]
    public async Task A_picture_is_fetched_without_the_token()
    {
        using var server = await Server.StartAsync(hub);
        var message = await server.AskAsync(new("jan@elders.example", "@gemeente Kijk", Pictures: 1));
        var attachment = message.Attachments!.ShouldHaveSingleItem();
        var wanted = new FetchAttachments(
            TestHub.Municipality,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Channel.Mastodon,
            "demo",
            server.Account,
            [attachment, attachment with { FileId = Guid.NewGuid(), PlatformFileId = "https://elders.example/x.png" }]
        );
        await hub.SendAsync(Queues.RepliesFor(Channel.Mastodon), wanted);
        await Eventually.Async(() => hub.Ear.Files.Count(file => file.ConversationId == wanted.ConversationId) == 2, "both files told", 30);
        var files = hub.Ear.Files.Where(file => file.ConversationId == wanted.ConversationId).ToLookup(file => file.FileId);
        files[attachment.FileId].Single().ContentType.ShouldBe("image/png");
        files[wanted.Attachments[1].FileId]
            .Single()
            .Failure.ShouldBe("Dit bestand staat op een andere server en is niet opgehaald. Bekijk het op Mastodon.");
    }

    [Fact]
    public async Task A_token_that_is_refused_shows_at_the_account_and_a_new_one_makes_it_well()
    {
        using var server = await Server.StartAsync(hub);
        await server.Network.AddAccount(new("gemeente", "een-ander-token"));
        await server.Network.CutStreams();
        await hub.AddAccountAsync(Channel.Mastodon, server.Account, "nog-een-ander-token", server.Network.Address);
        hub.Get<Channels.Pulling.Puller<Social.Mastodon.Pulling.PullNotifications>>().Hurry(await AccountAsync(server));
        await ShowsAsync(server, "Mastodon weigert de toegangscode van dit account. Maak op de server een nieuwe en vul die in.");
        await hub.AddAccountAsync(Channel.Mastodon, server.Account, "een-ander-token", server.Network.Address);
        await server.StreamAsync();
        await ShowsAsync(server, null);
    }

    [Fact]
    public async Task A_page_of_a_proxy_and_strange_words_in_the_stream_lose_nothing()
    {
        using var server = await Server.StartAsync(hub);
        await server.Network.Fail(new(MastodonTrouble.Page, 1, "notifications"));
        await server.Network.Say("event: update\ndata: {\n\n:thump\nevent: iets_nieuws\ndata: 1\n\n");
        await hub.HeardAsync(
            inbound => inbound.Account == server.Account && inbound.Delivery!.Items.Any(item => item.Kind == "unreadable"),
            "what could not be read"
        );
        await hub.HeardAsync(
            inbound => inbound.Account == server.Account && inbound.Delivery!.Items.Any(item => item.Detail == "stroom iets_nieuws"),
            "what is not known"
        );
        var question = await server.Network.Post(new("jan@elders.example", "@gemeente Vraag"));
        await server.Network.CutStreams();
        hub.Get<Channels.Pulling.Puller<Social.Mastodon.Pulling.PullNotifications>>().Hurry(await AccountAsync(server));
        await server.HeardAsync<InboundMessage>(message => message.PlatformId == question, "the question");
    }

    private IEnumerable<string> Messages(Server server) =>
        hub
            .Ear.Inbound.Where(inbound => inbound.Account == server.Account)
            .Select(inbound => inbound.Content)
            .OfType<InboundMessage>()
            .Select(message => message.PlatformId);

    private Task<string?> ShowsAsync(Server server, string? failure) =>
        Eventually.Async(
            async () => (await hub.AccountAsync(Channel.Mastodon, server.Account)).Health?.Failure,
            shown => shown == failure,
            $"an account that shows {failure ?? "that it is well"}",
            60
        );

    private Task<Channels.Accounts.Account> AccountAsync(Server server) =>
        Task.FromResult(hub.Get<Channels.Accounts.AccountBook>().Find(Channel.Mastodon, "demo", server.Account)!);
}
