using System.Net;
using System.Text;
using WebcareHub.Channels.Signatures;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.X.Sending;
using WebcareHub.PlatformSimulator.X;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.X;

/// <summary>The real service against the simulated X.</summary>
public sealed partial class DeliveryTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private static long lastId = 2_100_000_000_000_000_000;
    private readonly string account = $"{Interlocked.Add(ref lastId, 11)}";
    private readonly string resident = $"{Interlocked.Add(ref lastId, 11)}";
    private XSimulatorClient x = null!;

    public async ValueTask InitializeAsync()
    {
        x = new(hub.Simulator.Address);
        var token = new Token($"token-{account}", $"refresh-{account}", null);
        await x.RegisterAsync(
            new(account, $"gemeente{account[^3..]}", "Gemeente", token.Access, token.Refresh),
            new Uri(hub.Client.BaseAddress!, "channels/x/demo")
        );
        await hub.AddAccountAsync(Channel.X, account, token.Write());
    }

    public ValueTask DisposeAsync()
    {
        x.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_hourly_challenge_is_answered_with_the_apps_secret()
    {
        (await x.ChallengeAsync(account)).ShouldBeTrue();
        (await hub.Client.GetAsync("/channels/x/demo")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await hub.Client.GetAsync("/channels/x/nobody?crc_token=a")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_what_X_signed_is_taken()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"for_user_id":"{{account}}","tweet_create_events":[]}""");
        var hex = MetaSignature.Sign(body, "demo-secret");
        (await hub.PostAsync("x", body, "x-twitter-webhooks-signature", hex)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await hub.PostAsync("x", body, "x-twitter-webhooks-signature", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mention_is_answered_under_the_post_itself(bool old)
    {
        var message = await WriteAsync(new(account, resident, "@gemeente de lamp & de paal zijn stuk https://zwolle.nl/x", Old: old));
        message.Text.ShouldBe("@gemeente de lamp & de paal zijn stuk https://zwolle.nl/x");
        message.Visibility.ShouldBe(Visibility.Public);
        var reply = Answer(message, "Dank u wel, wij kijken ernaar.");
        await hub.SendAsync(reply);
        var sent = await hub.HeardAsync(reply, DeliveryState.Sent);
        var post = (await x.ReceivedAsync(account)).ShouldHaveSingleItem();
        (post.Id, post.Kind, post.Under, post.Thread).ShouldBe((sent.PlatformId, "post", message.PlatformId, message.PlatformId));
        (await hub.AccountAsync(Channel.X, account)).Municipality.ShouldBe(TestHub.Municipality);
    }

    [Fact]
    public async Task A_long_answer_is_a_thread_of_posts_in_order()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente leg eens uit"));
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"woord{i}"));
        var reply = Answer(message, text);
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent, part: 2);
        var posts = await x.ReceivedAsync(account);
        string.Join(' ', posts.Select(post => post.Text)).ShouldBe(text);
        posts.Select(post => post.Under).ShouldBe([message.PlatformId, posts[0].Id, posts[1].Id]);
    }

    [Fact]
    public async Task A_later_part_that_broke_off_is_settled_too_and_the_rest_follows_it()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente leg eens uit"));
        await x.FailAsync(new(XFailureKind.Slow, account));
        await x.FailAsync(new(XFailureKind.TimeoutAfterAccept, account));
        var reply = Answer(message, string.Join(' ', Enumerable.Range(0, 100).Select(i => $"woord{i}")));
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent, part: 2);
        var posts = await x.ReceivedAsync(account);
        posts.Select(post => post.Under).ShouldBe([message.PlatformId, posts[0].Id, posts[1].Id]);
    }

    [Fact]
    public async Task A_post_told_twice_is_heard_under_one_key()
    {
        var written = await x.WriteAsync(new(account, resident, "@gemeente hallo", AsMention: true));
        var heard = new List<Inbound>();
        foreach (var delivery in written.DeliveryIds)
        {
            heard.AddRange(await hub.HeardAsync(Guid.Parse(delivery!)));
        }

        heard.Count.ShouldBe(2);
        heard.Select(one => one.EventKey).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_direct_message_is_answered_with_one_and_its_echo_is_no_question()
    {
        var message = await WriteAsync(new(account, resident, "Mijn nummer is 12", Kind: "direct"));
        message.Visibility.ShouldBe(Visibility.Private);
        var reply = Answer(message, "Dank u.");
        await hub.SendAsync(reply);
        var sent = await hub.HeardAsync(reply, DeliveryState.Sent);
        var received = (await x.ReceivedAsync(account)).ShouldHaveSingleItem();
        (received.Kind, received.To, received.Id).ShouldBe(("direct", resident, sent.PlatformId));
        await hub.HeardAsync(
            inbound => inbound.Account == account && inbound.Delivery?.Items.Any(item => item.Kind == "echo") == true,
            "the own message, seen"
        );
        await x.WriteAsync(new(account, resident, Kind: "read", About: received.Id));
        await hub.HeardAsync(reply, DeliveryState.Read);
        hub.Ear.Inbound.ShouldNotContain(one => one.Account == account && one.Content is InboundEcho);
    }

    [Fact]
    public async Task Moving_to_private_is_a_direct_message_and_a_closed_door_is_told()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente mijn nummer is 12"));
        var open = Answer(message, "Wat is uw adres?") with { Visibility = Visibility.Private };
        await hub.SendAsync(open);
        await hub.HeardAsync(open, DeliveryState.Sent);
        (await x.ReceivedAsync(account)).ShouldHaveSingleItem().Kind.ShouldBe("direct");
        await x.CloseDirectAsync(resident);
        var closed = Answer(message, "Bent u er nog?") with { Visibility = Visibility.Private };
        await hub.SendAsync(closed);
        (await hub.HeardAsync(closed, DeliveryState.Failed)).Reason!.ShouldContain("ontvangt geen privéberichten");
        (await x.ReceivedAsync(account)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_broke_off_is_settled_by_what_X_tells_of_the_account_itself()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente hallo"));
        await x.FailAsync(new(XFailureKind.TimeoutAfterAccept, account));
        var reply = Answer(message, "Eén keer.");
        await hub.SendAsync(reply);
        var sent = await hub.HeardAsync(reply, DeliveryState.Sent);
        (await x.ReceivedAsync(account)).ShouldHaveSingleItem().Id.ShouldBe(sent.PlatformId);
        hub.Ear.Inbound.ShouldNotContain(one => one.Account == account && one.Content is InboundEcho);
    }

    [Theory]
    [InlineData(XFailureKind.ServerError, DeliveryState.Uncertain, "niet zeker")]
    [InlineData(XFailureKind.TimeoutBeforeAccept, DeliveryState.Uncertain, "niet zeker")]
    [InlineData(XFailureKind.ErrorsOnly, DeliveryState.Uncertain, "niet zeker")]
    [InlineData(XFailureKind.UsedUp, DeliveryState.Failed, "tegoed")]
    public async Task Trouble_is_told_as_it_is(XFailureKind kind, DeliveryState state, string words)
    {
        var message = await WriteAsync(new(account, resident, "@gemeente hallo"));
        await x.FailAsync(new(kind, account));
        var reply = Answer(message, "Hallo terug.");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, state)).Reason!.ShouldContain(words);
        (await x.ReceivedAsync(account)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limit_is_waited_out()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente hallo"));
        await x.FailAsync(new(XFailureKind.TooManyRequests, account, Seconds: 1));
        var reply = Answer(message, "Even wachten.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await x.ReceivedAsync(account)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_resident_takes_a_post_back()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente foutje"));
        var written = await x.WriteAsync(new(account, resident, Kind: "delete", About: message.PlatformId));
        var heard = (await hub.HeardAsync(Guid.Parse(written.DeliveryIds[0]!)))[0];
        heard.Content.ShouldBeOfType<InboundDeletion>().PlatformId.ShouldBe(message.PlatformId);
    }

    [Theory]
    [InlineData("mention")]
    [InlineData("direct")]
    public async Task A_picture_of_a_resident_is_fetched_and_stored(string kind)
    {
        var message = await WriteAsync(new(account, resident, "kijk", kind, Picture: [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        var file = message.Attachments!.ShouldHaveSingleItem();
        var person = Guid.CreateVersion7();
        await hub.SendAsync(
            Queues.RepliesFor(Channel.X),
            new FetchAttachments(TestHub.Municipality, Guid.CreateVersion7(), person, Channel.X, "demo", account, [file])
        );
        await Eventually.Async(() => hub.Ear.Files.Any(one => one.FileId == file.FileId), "the file is stored", 30);
        hub.Ear.Files.First(one => one.FileId == file.FileId)
            .ShouldSatisfyAllConditions(one => one.Failure.ShouldBeNull(), one => one.ContentType.ShouldBe("image/jpeg"));
    }

    private async Task<InboundMessage> WriteAsync(XWriting writing)
    {
        var written = await x.WriteAsync(writing);
        written.Answers[0].ShouldBe(200);
        return (InboundMessage)(await hub.HeardAsync(Guid.Parse(written.DeliveryIds[0]!)))[0].Content;
    }

    private ReplyToSend Answer(InboundMessage message, string text) =>
        TestHub.Reply(Channel.X, account, message.Author.Ids, text) with
        {
            Visibility = message.Visibility,
            ReplyTo = message.ReplyTo,
            QuotedId = message.PlatformId,
        };
}
