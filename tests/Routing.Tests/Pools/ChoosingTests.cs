using WebcareHub.Routing.Pools;

namespace WebcareHub.Routing.Tests.Pools;

/// <summary>Who is next in a pool, over many seeded days.</summary>
public sealed class ChoosingTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void The_highest_priority_goes_first_whatever_the_shares() =>
        First(Head("A", pass: 0, priority: 2), Head("B", pass: 90, priority: 1)).Municipality.ShouldBe("B");

    [Fact]
    public void A_deadline_that_can_still_be_met_goes_before_the_fair_share() =>
        First(
                Head("A", pass: 0),
                Head("B", pass: 9) with
                {
                    RiskAt = Now.AddMinutes(9),
                },
                Head("C", pass: 8) with
                {
                    RiskAt = Now.AddMinutes(4),
                }
            )
            .ShouldBe(new Choice("C", 2, true, 8));

    [Fact]
    public void Otherwise_who_was_served_least_for_their_share_then_the_deadline_then_the_waiting()
    {
        First(Head("A", pass: 2), Head("B", pass: 1)).Municipality.ShouldBe("B");
        First(Head("A") with { DueAt = Now.AddHours(3) }, Head("B") with { DueAt = Now.AddHours(2) }).Municipality.ShouldBe("B");
        First(Head("A") with { WaitingSince = Now }, Head("B") with { WaitingSince = Now.AddHours(-1) }).Municipality.ShouldBe("B");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_gets_its_share_within_five_percent_while_all_have_questions(int seed)
    {
        var random = new Random(seed);
        var pool = new Pool([.. Enumerable.Range(0, random.Next(2, 31)).Select(at => ($"GM{at:D4}", random.Next(1, 11)))]);
        for (var taken = 0; taken < 20_000; taken++)
            pool.Take(_ => true);
        var shares = pool.Shares.Values.Sum();
        foreach (var (municipality, share) in pool.Shares)
            (pool.Served[municipality] / 20_000.0).ShouldBe(share / (double)shares, 0.05 * share / shares, municipality);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Nobody_starves_and_nobody_saves_up_a_claim_while_questions_come_and_go(int seed)
    {
        var random = new Random(seed);
        var pool = new Pool([.. Enumerable.Range(0, 12).Select(at => ($"GM{at:D4}", random.Next(1, 6)))]);
        var (waiting, since) = (new HashSet<string>(pool.Shares.Keys), new Dictionary<string, int>());
        var total = pool.Shares.Values.Sum();
        for (var turn = 0; turn < 20_000; turn++)
        {
            foreach (var municipality in pool.Shares.Keys.Where(_ => random.Next(40) == 0))
                if (!waiting.Remove(municipality))
                    waiting.Add(municipality);
            foreach (var idle in pool.Shares.Keys.Except(waiting))
                since.Remove(idle);
            if (pool.Take(waiting.Contains) is not { } served)
                continue;
            since[served] = turn;
            // Between two turns of one's own the others get at most what their shares say, and one each for rounding.
            foreach (var each in waiting)
                (turn - since.GetValueOrDefault(each, since[each] = since.GetValueOrDefault(each, turn))).ShouldBeLessThanOrEqualTo(
                    2 * total / pool.Shares[each] + pool.Shares.Count,
                    each
                );
        }
    }

    [Fact]
    public void Who_was_away_all_morning_does_not_take_the_afternoon()
    {
        var pool = new Pool([("A", 1), ("B", 1)]);
        for (var taken = 0; taken < 1000; taken++)
            pool.Take(municipality => municipality == "A");
        var before = pool.Served["A"];
        for (var taken = 0; taken < 100; taken++)
            pool.Take(_ => true);
        (pool.Served["A"] - before).ShouldBeInRange(49, 51);
    }

    private static Choice First(params Head[] heads) => Choosing.Order(heads, 0)[0];

    private static Head Head(string municipality, double pass = 0, short priority = 2) =>
        new(municipality, 1, pass, priority, null, Now, null);

    /// <summary>The tables, as the database keeps them.</summary>
    private sealed class Pool((string Municipality, int Share)[] members)
    {
        private readonly Dictionary<string, double> _passes = members.ToDictionary(member => member.Municipality, _ => 0d);
        private double _pass;

        public Dictionary<string, int> Shares { get; } = members.ToDictionary(member => member.Municipality, member => member.Share);
        public Dictionary<string, int> Served { get; } = members.ToDictionary(member => member.Municipality, _ => 0);

        public string? Take(Func<string, bool> waits)
        {
            Head[] heads =
            [
                .. Shares.Where(each => waits(each.Key)).Select(each => Head(each.Key, _passes[each.Key]) with { Share = each.Value }),
            ];
            if (heads.Length == 0)
                return null;
            var choice = Choosing.Order(heads, _pass)[0];
            _pass = Math.Max(_pass, Choosing.Standing(heads, _pass));
            _passes[choice.Municipality] = Math.Max(_passes[choice.Municipality], choice.Pass) + 1.0 / Shares[choice.Municipality];
            Served[choice.Municipality]++;
            return choice.Municipality;
        }
    }
}
