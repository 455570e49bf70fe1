using System.Net;
using System.Text;
using WebcareHub.Channels.Signatures;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Meta.Webhook;

public sealed class WebhookTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await hub.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("demo-verify", HttpStatusCode.OK)]
    [InlineData("other", HttpStatusCode.Forbidden)]
    public async Task The_handshake_answers_the_bare_challenge(string token, HttpStatusCode status)
    {
        using var answer = await hub.Client.GetAsync(
            $"/channels/meta/demo?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={token}"
        );
        answer.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.OK)
        {
            (await answer.Content.ReadAsStringAsync()).ShouldBe("1158201444");
        }
    }

    [Fact]
    public async Task A_post_without_the_right_signature_is_not_read()
    {
        var body = Encoding.UTF8.GetBytes("""{"object":"page","entry":[]}""");
        using var wrong = await hub.PostAsync("meta", body, MetaSignature.Header, MetaSignature.Sign(body, "other"));
        using var none = await hub.PostAsync("meta", body, MetaSignature.Header, null);
        using var right = await hub.PostAsync("meta", body, MetaSignature.Header, MetaSignature.Sign(body, "demo-secret"));
        new[] { wrong.StatusCode, none.StatusCode, right.StatusCode }.ShouldBe([
            HttpStatusCode.Unauthorized,
            HttpStatusCode.Unauthorized,
            HttpStatusCode.OK,
        ]);
    }

    [Fact]
    public async Task Twice_and_out_of_order_is_told_with_one_key()
    {
        await hub.Simulator.Client.Behave(new(Twice: true, OutOfOrder: true));
        var id = await hub.Meta().Say(MetaScene.Page, "31", "Dit komt twee keer.");
        bool IsIt(Inbound inbound) => inbound.Content is InboundMessage message && message.PlatformId == id;
        await Eventually.Async(() => hub.Ear.Inbound.Count(IsIt) >= 2, "both posts", 30);
        await hub.Simulator.Client.Behave(new(Twice: false, OutOfOrder: false));
        var heard = hub.Ear.Inbound.Where(IsIt).ToArray();
        heard.Select(inbound => inbound.EventKey).Distinct().ShouldHaveSingleItem();
        heard[0].Channel.ShouldBe(Channel.Messenger);
        heard[0].Municipality.ShouldBe(TestHub.Municipality);
    }

    [Fact]
    public async Task Everything_a_resident_does_is_heard_on_its_channel()
    {
        var comment = await hub.Meta().Comment(MetaScene.Page, "32", "Een openbare vraag", "Bram");
        (await hub.HeardMessageAsync(comment)).Author.Name.ShouldBe("Bram");
        await hub.Meta().Do(new(MetaScene.Page, "32", "comment-edit", "Anders", About: comment));
        await hub.Meta().Do(new(MetaScene.Page, "32", "comment-reaction", "love", About: comment));
        await hub.Meta().Do(new(MetaScene.Page, "32", "comment-hide", About: comment));
        await hub.Meta().Do(new(MetaScene.Page, "32", "comment-remove", About: comment));
        await Heard<InboundEdit>(Channel.Facebook, edit => edit.PlatformId == comment && edit.Text == "Anders");
        await Heard<InboundReaction>(Channel.Facebook, reaction => reaction.TargetId == comment && reaction.Emoji == "❤️");
        await Heard<InboundHiding>(Channel.Facebook, hiding => hiding.PlatformId == comment && hiding.Hidden);
        await Heard<InboundDeletion>(Channel.Facebook, deletion => deletion.PlatformId == comment);
    }

    [Fact]
    public async Task An_answer_from_the_pages_own_inbox_is_an_echo()
    {
        await hub.Meta().Say(MetaScene.Page, "33", "Vraag");
        var id = await hub.Meta().Do(new(MetaScene.Page, "33", "echo", "Antwoord van elders"));
        var echo = await Heard<InboundEcho>(Channel.Messenger, echo => echo.PlatformId == id);
        echo.Recipient.Ids.ShouldBe(["psid:733"]);
        var own = await hub.Meta().Do(new(MetaScene.Page, "33", "own-comment", "Een reactie van de pagina zelf"));
        (await Heard<InboundEcho>(Channel.Facebook, echo => echo.PlatformId == own)).Visibility.ShouldBe(Visibility.Public);
        hub.Ear.Inbound.ShouldNotContain(inbound =>
            inbound.Content is InboundMessage && ((InboundMessage)inbound.Content).PlatformId == own
        );
    }

    [Fact]
    public async Task A_picture_is_fetched_and_stored_and_nothing_from_elsewhere_is()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];
        var id = await hub.Meta().Do(new(MetaScene.Instagram, "34", "message", Content: picture));
        var file = (await hub.HeardMessageAsync(id)).Attachments.ShouldHaveSingleItem();
        var elsewhere = file with { FileId = Guid.CreateVersion7(), PlatformFileId = "http://127.0.0.1:9/secret" };
        await hub.SendAsync(
            Queues.RepliesFor(Channel.Instagram),
            new FetchAttachments(
                TestHub.Municipality,
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Channel.Instagram,
                "demo",
                MetaScene.Instagram,
                [file, elsewhere]
            )
        );
        await Eventually.Async(
            () => hub.Ear.Files.Count(one => one.FileId == file.FileId || one.FileId == elsewhere.FileId) == 2,
            "both files",
            60
        );
        hub.Ear.Files.First(one => one.FileId == file.FileId).ContentType.ShouldBe("image/jpeg");
        hub.Ear.Files.First(one => one.FileId == elsewhere.FileId)
            .Failure.ShouldBe("Dit bestand staat niet bij Instagram zelf. Het is niet opgehaald.");
    }

    [Fact]
    public async Task A_mention_on_instagram_is_looked_up_and_answered_where_it_stands()
    {
        var id = await hub.Meta().Do(new(MetaScene.Instagram, "35", "mention", "Hoi @gemeente, klopt dit?", "ada"));
        var mention = await hub.HeardMessageAsync(id);
        (mention.Text, mention.Author.Ids[0], mention.Visibility).ShouldBe(("Hoi @gemeente, klopt dit?", "ig:ada", Visibility.Public));
        var reply = MetaScene.Answer(Channel.Instagram, mention, "Ja, dat klopt.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await hub.Meta().Sent(MetaScene.Instagram)).Where(one => one.Text == reply.Text).ShouldHaveSingleItem().About.ShouldBe(id);
    }

    [Fact]
    public async Task What_the_platform_does_to_a_page_shows_at_its_account()
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"object":"page","entry":[{"id":"{{MetaScene.Page}}","messaging":[{"recipient":{"id":"{{MetaScene.Page}}"},"policy-enforcement":{"action":"block","reason":"x"} }]}]}"""
        );
        using var taken = await hub.PostAsync("meta", body, MetaSignature.Header, MetaSignature.Sign(body, "demo-secret"));
        await Eventually.Async(
            async () => (await hub.AccountAsync(Channel.Messenger, MetaScene.Page)).Health?.Failure,
            failure => failure?.StartsWith("Meta waarschuwt", StringComparison.Ordinal) == true,
            "the account's health",
            30
        );
    }

    private async Task<T> Heard<T>(string channel, Func<T, bool> fits)
        where T : InboundContent =>
        (T)(await hub.HeardAsync(one => one.Channel == channel && one.Content is T content && fits(content), typeof(T).Name)).Content;
}
