using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using static WebcareHub.Routing.Tests.Given;

namespace WebcareHub.Routing.Tests.Pools;

public sealed class SharedQuestions
{
    private static readonly AgentRef Hidde = new("GM0072:hidde", "Hidde");

    [Fact]
    public void A_question_that_opens_stays_where_it_is_with_its_deadline()
    {
        var (before, after) = (Conversation(), Conversation(Opened()));
        after.OpenTo.ShouldBe(["wadden"]);
        (after.Municipality, after.DueAt, after.WorkList, after.Status).ShouldBe(
            (before.Municipality, before.DueAt, before.WorkList, before.Status)
        );
    }

    [Fact]
    public void The_region_stands_before_the_nation() => Conversation(Opened("nl"), Opened()).OpenTo.ShouldBe(["wadden", "nl"]);

    [Fact]
    public void Closing_ends_the_claim_that_went_through_that_pool_and_no_other()
    {
        var closed = new OverflowClosed("wadden", OverflowEnds.Calm, "", Now);
        Conversation(Opened(), Helped(), closed).ClaimedBy.ShouldBeNull();
        Conversation(Opened(), Opened("nl"), Helped("nl"), closed).ClaimedBy.ShouldBe(Hidde);
        Conversation(Opened(), new Claimed(Jan, Now), closed).ClaimedBy.ShouldBe(Jan);
    }

    [Fact]
    public void Taking_back_closes_every_pool_and_makes_it_mine()
    {
        var shared = Conversation(Opened(), Opened("nl"), Helped());
        var events = TakeBack.Decide(Jan, shared, Now).Events;
        events.OfType<OverflowClosed>().Select(e => e.Pool).ShouldBe(["wadden", "nl"]);
        var after = events.Aggregate(shared, Conversations.Conversation.Evolve);
        (after.ClaimedBy, after.ClaimedPool, after.OpenTo.Count).ShouldBe((Jan, null, 0));
        TakeBack.Decide(Jan, Conversation(), Now).ShouldBe(Outcome.Nothing);
    }

    [Theory]
    [InlineData(OverflowEnds.Resolved)]
    [InlineData(OverflowEnds.Erased)]
    [InlineData(OverflowEnds.TakenBack)]
    public void Every_end_is_told_in_the_stream(string cause)
    {
        object[] events = cause switch
        {
            OverflowEnds.Resolved => [new Resolved("answered", null, Hidde, Now)],
            OverflowEnds.Erased => [new Resolved("no-reply", null, Jan, Now), new PersonalDataErased(Jan, "", Now)],
            _ => [new Claimed(Jan, Now)],
        };
        var closed = Sharing.Ending(Conversation(Opened()), events, null, Now, Jan).ShouldHaveSingleItem().ShouldBeOfType<OverflowClosed>();
        closed.Cause.ShouldBe(cause);
    }

    [Fact]
    public void What_has_nothing_to_do_with_sharing_closes_nothing()
    {
        Sharing.Ending(Conversation(Opened()), [new NoteAdded(Id, "n", Jan, Now)], null, Now, Jan).ShouldBeEmpty();
        Sharing.Ending(Conversation(), [new Resolved("answered", null, Jan, Now)], null, Now, Jan).ShouldBeEmpty();
        Sharing.Ending(Conversation(Opened()), [Helped()], null, Now, Hidde).ShouldBeEmpty();
    }

    [Fact]
    public void Reopened_is_at_home() => Conversation(Opened(), Resolved(), new Reopened(null, Now)).OpenTo.ShouldBeEmpty();

    [Fact]
    public void Coming_and_going_is_told_once_and_a_sign_of_life_not_at_all()
    {
        var home = new PresenceRow("GM0072", "hidde", "Hidde", PresenceState.Offline, 5, [], Now, Attend.Day(Now));
        var online = Attend.Next(home, new(PresenceState.Online, Pools: ["nl", "wadden"]), Now);
        online.Pools.ShouldBe(["wadden", "nl"]);
        Attend.Decide(home, online, 0, Now).ShouldHaveSingleItem().ShouldBeOfType<CameOnline>();
        Attend.Decide(online, Attend.Next(online, new(PresenceState.Online), Now.AddMinutes(1)), 0, Now).ShouldBeEmpty();
        var fewer = Attend.Next(online, new(PresenceState.Online, 2), Now);
        Attend.Decide(online, fewer, 0, Now).ShouldHaveSingleItem().ShouldBeOfType<CapacityChanged>();
        var gone = Attend.Next(online, new(PresenceState.Offline), Now.AddHours(9));
        Attend.Decide(online, gone, 3, Now).ShouldHaveSingleItem().ShouldBeOfType<WentOffline>().Returned.ShouldBe(3);
    }

    [Fact]
    public void A_night_shift_belongs_to_the_day_it_starts()
    {
        var evening = new DateTimeOffset(2026, 3, 2, 21, 0, 0, TimeSpan.Zero);
        var home = new PresenceRow("GM0072", "hidde", "Hidde", PresenceState.Offline, 5, [], Now, Attend.Day(Now));
        var online = Attend.Next(home, new(PresenceState.Online), evening);
        Attend.Next(online, new(PresenceState.Offline), evening.AddHours(6)).Day.ShouldBe(new DateOnly(2026, 3, 2));
    }

    private static OverflowOpened Opened(string pool = "wadden") =>
        new(pool, OverflowCauses.Closed, "De gemeente is nu dicht.", new Dictionary<string, string>(), Now);

    private static Claimed Helped(string pool = "wadden") => new(Hidde, Now, pool, "GM0072");
}
