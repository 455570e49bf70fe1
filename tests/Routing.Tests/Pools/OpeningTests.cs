using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Pools;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Tests.Pools;

/// <summary>What opens a municipality to its pools, and that it does not flap.</summary>
public sealed class OpeningTests
{
    private static readonly DateTimeOffset Now = Given.Now;
    private static readonly HouseFacts Calm = new(true, 2, 3, null, null);
    private static readonly OverflowWhen Agreed = new(true, true, TimeSpan.FromMinutes(30), 8, 200);

    [Fact]
    public void In_ordinary_times_nothing_opens() => Holding(Calm).ShouldBeEmpty();

    [Theory]
    [InlineData(OverflowCauses.Closed, "De gemeente is nu dicht.")]
    [InlineData(OverflowCauses.NobodyOnline, "Van de gemeente is nu niemand aanwezig.")]
    [InlineData(OverflowCauses.WaitingPerColleague, "Er wachten 17 vragen voor 2 collega's; afgesproken is ten hoogste 8 per collega.")]
    [InlineData(OverflowCauses.ShareOfBaseline, "Vandaag kwam 201% van de berichten van een gewone dag; afgesproken is ten hoogste 200%.")]
    [InlineData(OverflowCauses.Crisis, "Er is een crisis: Hoogwater.")]
    public void Each_policy_opens_with_its_reason(string cause, string reason)
    {
        var house = cause switch
        {
            OverflowCauses.Closed => Calm with { Open = false },
            OverflowCauses.NobodyOnline => Calm with { Online = 0 },
            OverflowCauses.WaitingPerColleague => Calm with { Waiting = 17 },
            OverflowCauses.ShareOfBaseline => Calm with { ShareOfBaseline = 201 },
            _ => Calm with { Crisis = "Hoogwater" },
        };
        var found = Holding(house).ShouldHaveSingleItem();
        (found.Name, found.Reason).ShouldBe((cause, reason));
    }

    [Fact]
    public void What_was_not_agreed_opens_nothing() =>
        HoldingCauses
            .Holding(new(false, false, null, null, null), new(false, 0, 999, 900, null), new Dictionary<string, DateTimeOffset>(), Now)
            .ShouldBeEmpty();

    [Theory]
    [InlineData(16, 10, false)] // not above the limit
    [InlineData(17, 0, true)]
    public void A_number_opens_above_its_limit_only(int waiting, int minutes, bool holds) =>
        (Holding(Calm with { Waiting = waiting }, null, minutes).Count == 1).ShouldBe(holds);

    [Theory]
    [InlineData(12, 60, true)] // three quarters of sixteen
    [InlineData(11, 60, false)]
    [InlineData(11, 4, true)] // not within five minutes
    [InlineData(0, 4, true)]
    [InlineData(0, 5, false)]
    public void It_closes_below_three_quarters_and_not_within_five_minutes(int waiting, int minutes, bool holds) =>
        (Holding(Calm with { Waiting = waiting }, OverflowCauses.WaitingPerColleague, minutes).Count == 1).ShouldBe(holds);

    [Fact]
    public void A_crisis_that_ended_holds_no_longer() => Holding(Calm, OverflowCauses.Crisis, 1).ShouldBeEmpty();

    [Fact]
    public void A_day_of_a_number_that_dances_round_its_limit_opens_a_few_times()
    {
        var (random, since, opened) = (new Random(7), (DateTimeOffset?)null, 0);
        for (var second = 0; second < 24 * 3600; second++)
        {
            var now = Now.AddSeconds(second);
            var before = since is { } held ? new Dictionary<string, DateTimeOffset> { [OverflowCauses.WaitingPerColleague] = held } : [];
            var holding = HoldingCauses.Holding(Agreed, Calm with { Waiting = random.Next(13, 19) }, before, now);
            if (holding.Count > 0 && since is null)
                opened++;
            since = holding.Count > 0 ? holding[0].Since : null;
        }
        opened.ShouldBe(1);
    }

    [Fact]
    public void A_day_is_compared_with_four_of_its_kind_when_those_say_something()
    {
        (string, int, long)[] counts = [("A", 0, 30), ("A", 1, 10), ("A", 2, 20), ("A", 3, 10), ("A", 4, 20), ("B", 0, 30), ("B", 1, 3)];
        Baselines.Shares(counts).ShouldBe(new Dictionary<string, int> { ["A"] = 200 });
    }

    private static IReadOnlyList<Cause> Holding(HouseFacts house, string? held = null, int minutes = 0) =>
        HoldingCauses.Holding(
            Agreed,
            house,
            held is null ? [] : new Dictionary<string, DateTimeOffset> { [held] = Now.AddMinutes(-minutes) },
            Now
        );
}
