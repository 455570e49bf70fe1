using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.Ingest.Social.Tests.Meta.Sending;

/// <summary>An answer at the platform: once, in the right place, for the right eyes.</summary>
public sealed class AnswerTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await hub.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Channel.Messenger, "41")]
    [InlineData(Channel.Instagram, "42")]
    public async Task A_private_message_is_answered_and_followed_until_it_is_read(string channel, string person)
    {
        var account = MetaScene.AccountOf(channel);
        var question = await hub.HeardMessageAsync(await hub.Meta().Say(account, person, "Wanneer komt het grof vuil?"));
        var reply = MetaScene.Answer(channel, question, $"Morgen, {person}.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        await hub.HeardAsync(reply, DeliveryState.Read);
        var sent = (await hub.Meta().Sent(account)).Where(one => one.Text == reply.Text).ShouldHaveSingleItem();
        (sent.Kind, sent.Person, sent.Tag).ShouldBe(("message", person, null));
        hub.Ear.Inbound.ShouldNotContain(inbound => inbound.Content is InboundEcho && ((InboundEcho)inbound.Content).Text == reply.Text);
    }

    [Theory]
    [InlineData(Channel.Facebook, "43")]
    [InlineData(Channel.Instagram, "44")]
    public async Task A_comment_is_answered_below_it(string channel, string person)
    {
        var account = MetaScene.AccountOf(channel);
        var comment = await hub.HeardMessageAsync(await hub.Meta().Comment(account, person, "Waar meld ik een scheve stoeptegel?"));
        var reply = MetaScene.Answer(channel, comment, $"Op onze website, {person}.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        var sent = (await hub.Meta().Sent(account)).Where(one => one.Text == reply.Text).ShouldHaveSingleItem();
        (sent.Kind, sent.About).ShouldBe(("comment", comment.PlatformId));
        hub.Ear.Inbound.ShouldNotContain(inbound =>
            inbound.Content is InboundMessage && ((InboundMessage)inbound.Content).Text == reply.Text
        );
    }

    [Theory]
    [InlineData(Channel.Facebook, "45", "fb:45 psid:745")]
    [InlineData(Channel.Instagram, "46", null)]
    public async Task A_comment_is_answered_in_private_once(string channel, string person, string? told)
    {
        var account = MetaScene.AccountOf(channel);
        var comment = await hub.HeardMessageAsync(await hub.Meta().Comment(account, person, "Mijn dossier klopt niet."));
        var reply = MetaScene.Answer(channel, comment, "Stuurt u ons uw dossiernummer?", Visibility.Private);
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        var sent = (await hub.Meta().Sent(account)).Where(one => one.Person == person).ShouldHaveSingleItem();
        (sent.Kind, sent.About).ShouldBe(("private-reply", comment.PlatformId));
        if (told is not null)
        {
            await hub.HeardAsync(
                one => one.Content is InboundIdentityChange change && string.Join(' ', change.Current.Ids) == told,
                "both ids"
            );
        }

        var again = MetaScene.Answer(channel, comment, "En nog iets.", Visibility.Private);
        await hub.SendAsync(again);
        (await hub.HeardAsync(again, DeliveryState.Failed)).Reason.ShouldBe(
            "Op deze reactie is al een privébericht gestuurd. De inwoner moet eerst daarop antwoorden."
        );
    }

    [Fact]
    public async Task A_comment_is_hidden_and_shown_again()
    {
        var comment = await hub.HeardMessageAsync(await hub.Meta().Comment(MetaScene.Page, "47", "Scheldpartij"));
        var hide = MetaScene.Answer(Channel.Facebook, comment, "") with { Act = ReplyAct.Hide, Text = null };
        await hub.SendAsync(hide);
        await hub.HeardAsync(hide, DeliveryState.Sent);
        (await CommentAsync(comment.PlatformId)).Hidden.ShouldBeTrue();
        var show = MetaScene.Answer(Channel.Facebook, comment, "") with { Act = ReplyAct.Unhide, Text = null };
        await hub.SendAsync(show);
        await hub.HeardAsync(show, DeliveryState.Sent);
        (await CommentAsync(comment.PlatformId)).Hidden.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Channel.Messenger, "48")]
    [InlineData(Channel.Instagram, "49")]
    public async Task After_a_day_a_colleague_may_still_answer_and_after_a_week_nobody(string channel, string person)
    {
        var account = MetaScene.AccountOf(channel);
        var late = await WrittenAsync(account, person, TimeSpan.FromDays(2));
        var reply = MetaScene.Answer(channel, late, $"Excuus voor het wachten, {person}.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await hub.Meta().Sent(account)).Single(one => one.Text == reply.Text).Tag.ShouldBe("HUMAN_AGENT");

        var tooLate = await WrittenAsync(account, person + "0", TimeSpan.FromDays(8));
        var never = MetaScene.Answer(channel, tooLate, "Te laat.");
        await hub.SendAsync(never);
        (await hub.HeardAsync(never, DeliveryState.Failed)).Reason.ShouldStartWith("De inwoner schreef te lang geleden.");
    }

    private async Task<InboundMessage> WrittenAsync(string account, string person, TimeSpan ago) =>
        await hub.HeardMessageAsync(await hub.Meta().Do(new(account, person, Text: "Is er al nieuws?", At: DateTimeOffset.UtcNow - ago)));

    private async Task<MetaComment> CommentAsync(string id) => (await hub.Meta().Comments(MetaScene.Page)).Single(one => one.Id == id);
}
