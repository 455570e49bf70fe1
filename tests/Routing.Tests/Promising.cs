using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Promises;
using static WebcareHub.Routing.Tests.Given;

namespace WebcareHub.Routing.Tests;

/// <summary>What we promise a resident comes back on its day, and is not done before it is kept.</summary>
public sealed class Promising
{
    // Monday 2 March, ten in the morning here.
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void A_promise_comes_back_in_the_morning_of_its_day_and_is_kept_until_that_day_is_over()
    {
        var promised = Promised(Today.AddDays(2));
        promised.BackAt.ShouldBe(new(2026, 3, 4, 7, 0, 0, TimeSpan.Zero));
        promised.DueAt.ShouldBe(new(2026, 3, 4, 23, 0, 0, TimeSpan.Zero));
        PromisedDay.EndingAt(promised.DueAt).ShouldBe(Today.AddDays(2));
        // Summer time begins on the 29th: that day has an hour less.
        PromisedDay.End(new(2026, 3, 29)).ShouldBe(new(2026, 3, 29, 22, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_is_promised_for_today_comes_back_in_the_afternoon_or_at_once()
    {
        Promised(Today).BackAt.ShouldBe(new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
        PromisedDay.Back(Today, Now.AddHours(8)).ShouldBe(Now.AddHours(8));
    }

    [Theory]
    [InlineData("", 1, "Schrijf op wat u de inwoner belooft.")]
    [InlineData("We bellen u", -1, "Kies vandaag of een latere dag.")]
    [InlineData("We bellen u", 400, "Een toezegging kan ten hoogste een jaar vooruit.")]
    public void A_promise_says_what_and_when(string what, int days, string sentence) =>
        Promise.Decide(Jan, what, Today.AddDays(days), Conversation(), Now).Refusal!.Sentence.ShouldBe(sentence);

    [Fact]
    public void One_promise_is_open_at_a_time()
    {
        var open = Conversation(Asked(), Promised(Today.AddDays(2)));
        Promise
            .Decide(Jan, "Nog iets", Today.AddDays(3), open, Now)
            .Refusal!.Sentence.ShouldBe("Er staat al een toezegging open. Koppel die eerst terug.");
        var kept = Evolve(open, new LoopClosed(Jan, Now));
        Promise.Decide(Jan, "Nog iets", Today.AddDays(3), kept, Now).Refusal.ShouldBeNull();
        KeepPromise.Decide(Jan, kept, Now).Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_promised_is_kept_before_it_is_done()
    {
        var open = Conversation(Asked(), Promised(Today.AddDays(2)));
        Conversations.Resolve.Decide(Jan, "answered", null, open, Now).Refusal!.Sentence.ShouldBe(KeepPromise.StillOpen);
        var kept = Evolve(open, [.. KeepPromise.Decide(Jan, open, Now).Events]);
        Conversations.Resolve.Decide(Jan, "answered", null, kept, Now).Refusal.ShouldBeNull();
        ReturnPromises.Decide(kept, Now.AddDays(9)).ShouldBeEmpty();
    }

    [Fact]
    public void On_its_day_it_comes_back_once_with_its_reason_and_a_deadline()
    {
        var open = Conversation(Asked(), Promised(Today.AddDays(2)));
        var morning = new DateTimeOffset(2026, 3, 4, 7, 0, 0, TimeSpan.Zero);
        open.Status.ShouldBe(ConversationStatus.Answered);
        ReturnPromises.Decide(open, morning.AddSeconds(-1)).ShouldBeEmpty();
        var back = Evolve(open, [.. ReturnPromises.Decide(open, morning)]);
        (back.Status, back.DueAt, back.WaitingSince).ShouldBe((ConversationStatus.Waiting, open.PromisedUntil, morning));
        back.WhyHere.ShouldBe("Een collega beloofde om hier vandaag op terug te komen.");
        ReturnPromises.Decide(back, morning.AddHours(1)).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_closed_meanwhile_opens_again_for_its_promise_and_a_forgotten_resident_is_owed_nothing()
    {
        var open = Conversation(Asked(), Promised(Today.AddDays(2)), Resolved());
        var events = ReturnPromises.Decide(open, Now.AddDays(3));
        events.Select(e => e.GetType()).ShouldBe([typeof(Reopened), typeof(LoopDue)]);
        Evolve(open, [.. events]).Status.ShouldBe(ConversationStatus.Waiting);
        var forgotten = Evolve(open, new PersonalDataErased(Jan, "verzoek", Now));
        (forgotten.PromisedUntil, forgotten.BackAt).ShouldBe((null, null));
    }

    private static LoopPromised Promised(DateOnly day) =>
        Promise.Decide(Jan, "We bellen u", day, Conversation(), Now).Events.ShouldHaveSingleItem().ShouldBeOfType<LoopPromised>();

    private static Conversation Evolve(Conversation conversation, params object[] events) =>
        events.Aggregate(conversation, Conversations.Conversation.Evolve);
}
