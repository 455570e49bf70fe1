using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Inbound;
using WebcareHub.Routing.Satisfaction;
using static WebcareHub.Routing.Tests.Given;
using static WebcareHub.Routing.Tests.Satisfaction.AskingTests;

namespace WebcareHub.Routing.Tests.Satisfaction;

/// <summary>What becomes of what the resident says after we asked.</summary>
public sealed class ScoringTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 13, 0, 0, TimeSpan.Zero);
    private static readonly Conversation Waiting = AskForScore
        .Decide(Done(), new(Guid.NewGuid(), null), InForce(), At)
        .Aggregate(Done(), Conversations.Conversation.Evolve);

    [Theory]
    [InlineData("8", 8)]
    [InlineData(" 10 ", 10)]
    [InlineData("8!", 8)]
    [InlineData("een 8", 8)]
    [InlineData("Een 9.", 9)]
    [InlineData("cijfer 8", 8)]
    [InlineData("Cijfer: 7", 7)]
    [InlineData("ik geef een 6", 6)]
    [InlineData("8/10", 8)]
    [InlineData("7 👍🏽", 7)]
    [InlineData("1", 1)]
    [InlineData("0", null)]
    [InlineData("11", null)]
    [InlineData("-3", null)]
    [InlineData("8,5", null)]
    [InlineData("8?", null)]
    [InlineData("8 dagen", null)]
    [InlineData("8 en 9", null)]
    [InlineData("een", null)]
    [InlineData("een 8, maar het duurde lang", null)]
    [InlineData("Dank!", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_message_that_is_nothing_but_a_number_is_a_score(string? text, int? score) => ScoreIn.Text(text).ShouldBe(score);

    [Fact]
    public void A_number_is_the_score_and_no_new_question_and_the_resident_is_thanked()
    {
        var events = Write("8", At.AddMinutes(5));
        events.Select(e => e.GetType()).ShouldBe([typeof(MessageReceived), typeof(SatisfactionRated), typeof(ReplyRequested)]);
        var rated = (SatisfactionRated)events[1];
        (rated.Score, rated.MessageId).ShouldBe((8, ((MessageReceived)events[0]).MessageId));
        ((ReplyRequested)events[2]).Text.ShouldStartWith("Dank u wel.");
        var after = After(Waiting, [.. events]);
        (after.Status, after.Scoring, after.Unread).ShouldBe((ConversationStatus.Resolved, Scoring.Over, false));
        Write("8", At.AddMinutes(6), after)[0].ShouldBeOfType<Reopened>().Unhappy.ShouldBeNull();
    }

    [Fact]
    public void A_low_score_opens_it_again_in_the_same_work_list_and_says_why()
    {
        var events = Write("3", At.AddMinutes(5));
        var reopened = events.OfType<Reopened>().ShouldHaveSingleItem();
        (reopened.Unhappy!.Score, reopened.Unhappy.Below, reopened.Unhappy.Epoch).ShouldBe((3, 6, 1));
        events.OfType<QuestionRecognised>().ShouldBeEmpty();
        ((ReplyRequested)events[^1]).Text.ShouldStartWith("Een collega kijkt nog een keer.");
        var after = After(Waiting, [.. events]);
        (after.Status, after.WorkList, after.Unread).ShouldBe((ConversationStatus.Waiting, "webcare", true));
        after.DueAt.ShouldBe(At.AddMinutes(5).AddHours(4));
        after.WhyHere.ShouldBe("De inwoner gaf een 3. Kijk wat er beter kan.");
    }

    [Fact]
    public void A_low_score_opens_it_once()
    {
        var unhappy = After(Waiting, [.. Write("3", At.AddMinutes(5)), Asked(), Resolved(At.AddHours(1))]);
        unhappy.Scoring.ShouldBe(Scoring.Unhappy);
        var later = new SatisfactionRated(2, null, At.AddHours(2), At.AddHours(2));
        TakeScore.Decide(unhappy, later, new(Guid.NewGuid(), null), InForce(), At.AddHours(2)).ShouldBe([later]);
    }

    [Fact]
    public void A_score_the_channel_tells_counts_without_thanks_and_a_low_one_opens_it_again()
    {
        var chat = Done("chat");
        var high = new SatisfactionRated(9, "Fijn", At, At);
        TakeScore.Decide(chat, high, new(Guid.NewGuid(), null), InForce(), At).ShouldBe([high]);
        After(chat, high).Scoring.ShouldBe(Scoring.Over);
        var low = TakeScore.Decide(chat, high with { Score = 5 }, new(Guid.NewGuid(), null), InForce(), At);
        low.Select(e => e.GetType()).ShouldBe([typeof(SatisfactionRated), typeof(Reopened), typeof(Queued), typeof(ReplyRequested)]);
        var open = After(chat, new Reopened(Jan, At));
        TakeScore.Decide(open, high with { Score = 5 }, new(Guid.NewGuid(), null), InForce(), At).ShouldHaveSingleItem();
    }

    [Fact]
    public void Anything_else_opens_it_as_always_and_a_number_after_that_is_a_message()
    {
        var words = Write("Toch nog iets over parkeren", At.AddMinutes(5));
        words[0].ShouldBeOfType<Reopened>();
        words.OfType<SatisfactionRated>().ShouldBeEmpty();
        Write("8", At.AddMinutes(6), After(Waiting, [.. words])).OfType<SatisfactionRated>().ShouldBeEmpty();
    }

    [Fact]
    public void A_number_counts_only_when_we_asked_and_within_the_term()
    {
        Write("8", At.AddMinutes(5), Done()).OfType<SatisfactionRated>().ShouldBeEmpty();
        Write("8", At.AddDays(3).AddMinutes(1)).OfType<SatisfactionRated>().ShouldBeEmpty();
        Write("8", At.AddDays(3)).OfType<SatisfactionRated>().ShouldNotBeEmpty();
        Write("8", At.AddMinutes(5), sent: At.AddMinutes(-1)).OfType<SatisfactionRated>().ShouldBeEmpty();
    }

    private static IReadOnlyList<object> Write(string text, DateTimeOffset now, Conversation? latest = null, DateTimeOffset? sent = null)
    {
        var message = new InboundMessage("wamid.3", new(["phone:316"], "Wil"), Visibility.Private, MessageKind.Text, text, sent ?? now);
        var ids = new Receive.Ids(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var inbound = new Contracts.Bus.Inbound(Guid.NewGuid(), 0, "GM0088", "whatsapp", "demo", "1", now, "key", message);
        return Receive.Decide(new(inbound, message, Guid.NewGuid(), false, ids), latest ?? Waiting, InForce(), now);
    }
}
