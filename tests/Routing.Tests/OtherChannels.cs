using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using static WebcareHub.Routing.Tests.Given;
using NewReply = WebcareHub.Contracts.Api.NewReply;

namespace WebcareHub.Routing.Tests;

/// <summary>What differs by channel and by who can read along.</summary>
public sealed class OtherChannels
{
    [Theory]
    [InlineData(Channel.WhatsApp, 23, true, true)]
    [InlineData(Channel.WhatsApp, 25, false, false)]
    [InlineData(Channel.Messenger, 25, false, true)]
    [InlineData(Channel.Instagram, 167, false, true)]
    [InlineData(Channel.Instagram, 169, false, false)]
    [InlineData(Channel.Chat, 1000, true, true)]
    [InlineData(Channel.Bluesky, 1000, true, true)]
    public void How_long_an_answer_may_wait_differs_by_channel(string channel, int hours, bool automatic, bool colleague)
    {
        var conversation = On(channel, Visibility.Private);
        Window.IsOpen(conversation, Now.AddHours(hours)).ShouldBe(automatic);
        Window.IsOpenForColleague(conversation, Now.AddHours(hours)).ShouldBe(colleague);
    }

    [Fact]
    public void A_public_question_has_no_window() => On(Channel.Instagram, Visibility.Public).WindowUntil.ShouldBeNull();

    [Fact]
    public void A_colleagues_answer_says_from_when_on_it_must_be_their_own_words()
    {
        var reply = Answer(On(Channel.Messenger, Visibility.Private), Now.AddDays(2)).Events.OfType<ReplyRequested>().Single();
        reply.WindowUntil.ShouldBe(Now.AddDays(7));
        Window.PersonalAfter(Channel.Messenger, reply).ShouldBe(Now.AddDays(1));
        Window.PersonalAfter(Channel.WhatsApp, Asked()).ShouldBeNull();
    }

    [Fact]
    public void Only_WhatsApp_speaks_of_a_template_when_the_time_is_up()
    {
        Answer(On(Channel.WhatsApp, Visibility.Private), Now.AddDays(8)).Refusal!.Sentence.ShouldContain("sjabloon");
        Answer(On(Channel.Messenger, Visibility.Private), Now.AddDays(8)).Refusal!.Sentence.ShouldNotContain("sjabloon");
    }

    [Fact]
    public void An_answer_is_as_public_as_its_question_and_goes_to_the_same_place()
    {
        var reply = Answer(On(Channel.Facebook, Visibility.Public)).Events.OfType<ReplyRequested>().Single();
        (reply.Visibility, reply.ReplyTo).ShouldBe((Visibility.Public, "at 1"));
    }

    [Fact]
    public void Going_on_in_private_is_an_answer_that_only_the_resident_reads()
    {
        var before = On(Channel.Facebook, Visibility.Public);
        var reply = Answer(before, privately: true).Events.OfType<ReplyRequested>().Single();
        reply.Visibility.ShouldBe(Visibility.Private);
        Conversations.Conversation.Evolve(before, reply).MovedAt.ShouldBe(Now);
    }

    [Fact]
    public void A_comment_is_answered_in_private_once_and_within_seven_days()
    {
        var comment = On(Channel.Facebook, Visibility.Public);
        Answer(comment, Now.AddDays(7), privately: true).Refusal!.Type.ShouldBe(Refusal.WindowClosed);
        Answer(comment, privately: true, before: true).Refusal!.Type.ShouldBe(Refusal.Conflict);
        Answer(On(Channel.Mastodon, Visibility.Public), Now.AddDays(9), privately: true, before: true).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_citizen_service_number_for_everybody_to_read_is_called_what_it_is()
    {
        Answer(On(Channel.Facebook, Visibility.Public), text: "Uw BSN is 111222333").Refusal!.Sentence.ShouldContain("datalek");
        Answer(On(Channel.Facebook, Visibility.Public), text: "Uw BSN is 111222333", privately: true)
            .Refusal!.Sentence.ShouldNotContain("datalek");
    }

    [Fact]
    public void A_comment_is_hidden_once_and_shown_again()
    {
        var hiding = Guid.NewGuid();
        var asked = Hide(true).Events.ShouldHaveSingleItem().ShouldBeOfType<HidingRequested>();
        (asked.MessageId, asked.Hidden, asked.PlatformId, asked.ReplyTo).ShouldBe((MessageId, true, "wamid.1", "at 1"));
        Hide(true, asked with { ReplyId = hiding }).ShouldBe(Outcome.Nothing);
        Hide(true, asked with { ReplyId = hiding }, new ReplyFailed(hiding, 0, 1, "Mag niet", false, Now)).Events.ShouldHaveSingleItem();
        Hide(false, new MessageHidden(MessageId, true, Now)).Events.ShouldHaveSingleItem();
        Hide(false).ShouldBe(Outcome.Nothing);
    }

    [Fact]
    public void What_cannot_be_hidden_is_refused()
    {
        Hide(true, channel: Channel.Bluesky).Refusal!.Type.ShouldBe(Refusal.Invalid);
        Hide(true, new MessageDeleted(MessageId, Now, Now)).Refusal.ShouldNotBeNull();
        Hide(true, new Claimed(Fatma, Now)).Refusal!.Sentence.ShouldBe("Fatma is hier al mee bezig.");
    }

    [Fact]
    public void A_hiding_that_failed_needs_attention_and_can_be_tried_again()
    {
        var asked = new HidingRequested(ReplyId, MessageId, true, "at 1", Jan, Now, "c1");
        var failed = On(Channel.Facebook, Visibility.Public, asked, new ReplyFailed(ReplyId, 0, 1, "Even niet", true, Now));
        failed.NeedsAttention.ShouldBeTrue();
        SettleReply.Decide(Jan, false, ReplyId, 0, true, failed, Now).Events.ShouldHaveSingleItem();
    }

    private static Outcome Hide(bool hide, params object[] more) => Hide(hide, Channel.Facebook, more);

    private static Outcome Hide(bool hide, string channel, params object[] more)
    {
        object[] events = [OpenedOn(channel, Visibility.Public), Message("Wat een troep") with { ReplyTo = "at 1" }, .. more];
        var view = new DeskView(
            events.Aggregate(Conversations.Conversation.None, Conversations.Conversation.Evolve),
            [.. events.Select((e, at) => new RecordedEvent(at, Guid.NewGuid(), new StreamKey("GM0088", "x"), at + 1, e, Now, null))],
            null!,
            new("jan", "Jan", "GM0088", ["webcare"])
        );
        return HideMessage.Decide(Jan, new(ReplyId, MessageId, hide), view, Now);
    }

    private static Outcome Answer(
        Conversations.Conversation conversation,
        DateTimeOffset? now = null,
        string text = "Dag",
        bool privately = false,
        bool before = false
    ) =>
        Reply.Decide(
            Jan,
            false,
            new(ReplyId, new NewReply(4, text, Privately: privately), null, null, null, To: new("at 1", Now, before)),
            conversation,
            now ?? Now
        );

    private static Conversations.Conversation On(string channel, Visibility visibility, params object[] more) =>
        new object[] { OpenedOn(channel, visibility), Message("Waar kan ik parkeren?") with { ReplyTo = "at 1" } }
            .Concat(more)
            .Aggregate(Conversations.Conversation.None, Conversations.Conversation.Evolve);

    private static ConversationOpened OpenedOn(string channel, Visibility visibility) =>
        Opened with
        {
            Channel = channel,
            Visibility = visibility,
            Thread = visibility == Visibility.Public ? "hash" : null,
        };
}
