using System.Globalization;
using WebcareHub.Contracts.Pools;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Pools;

/// <summary>How a municipality stands at this moment.</summary>
/// <param name="Online">Own colleagues at work.</param>
/// <param name="Waiting">Questions that wait; counting stops at a thousand.</param>
/// <param name="ShareOfBaseline">Percentage of the messages that such a day brings up to this hour; null when that is not known.</param>
/// <param name="Crisis">Title of the scenario in force here that opens pools; null in ordinary times.</param>
internal sealed record HouseFacts(bool Open, int Online, int Waiting, int? ShareOfBaseline, string? Crisis);

/// <summary>Something that opens the questions of a municipality to its pools.</summary>
/// <param name="Name">One of <see cref="OverflowCauses"/>.</param>
/// <param name="Reason">One Dutch sentence.</param>
internal sealed record Cause(string Name, DateTimeOffset Since, string Reason, IReadOnlyDictionary<string, string> Facts);

/// <summary>
/// Which causes hold for a municipality. No flapping: a number opens above its limit and closes below three quarters of it, and nothing closes
/// within five minutes. A crisis ends when it ends. Pure.
/// </summary>
internal static class HoldingCauses
{
    /// <summary>So long a cause holds at least.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(5);

    /// <summary>What the municipality agreed for questions that may go so far: region or national.</summary>
    public static OverflowWhen Agreed(EffectiveBlueprint blueprint, string to) => blueprint.AgreedOverflow(to);

    /// <summary>What holds now.</summary>
    /// <param name="before">What held a moment ago, and since when.</param>
    public static IReadOnlyList<Cause> Holding(
        OverflowWhen agreed,
        HouseFacts house,
        IReadOnlyDictionary<string, DateTimeOffset> before,
        DateTimeOffset now
    )
    {
        var held = new Held(before, now);
        var colleagues = Math.Max(1, house.Online);
        return
        [
            .. held.When(OverflowCauses.Crisis, house.Crisis is not null, false, $"Er is een crisis: {house.Crisis}.", []),
            .. held.When(OverflowCauses.Closed, agreed.Closed && !house.Open, agreed.Closed, "De gemeente is nu dicht.", []),
            .. held.When(
                OverflowCauses.NobodyOnline,
                agreed.NobodyOnline && house.Online == 0,
                agreed.NobodyOnline,
                "Van de gemeente is nu niemand aanwezig.",
                []
            ),
            .. held.Above(
                OverflowCauses.WaitingPerColleague,
                house.Waiting,
                agreed.WaitingPerColleague * colleagues,
                $"Er wachten {house.Waiting} vragen voor {Colleagues(colleagues)}; afgesproken is ten hoogste {agreed.WaitingPerColleague} per collega.",
                [("waiting", house.Waiting), ("online", house.Online), ("perColleague", agreed.WaitingPerColleague ?? 0)]
            ),
            .. held.Above(
                OverflowCauses.ShareOfBaseline,
                house.ShareOfBaseline ?? 0,
                agreed.ShareOfBaseline,
                $"Vandaag kwam {house.ShareOfBaseline}% van de berichten van een gewone dag; afgesproken is ten hoogste {agreed.ShareOfBaseline}%.",
                [("share", house.ShareOfBaseline ?? 0), ("limit", agreed.ShareOfBaseline ?? 0)]
            ),
        ];
    }

    /// <summary>The reason for one question that waits longer than agreed.</summary>
    public static Cause Waits(DateTimeOffset since, TimeSpan agreed, DateTimeOffset now) =>
        new(
            OverflowCauses.WaitingLongerThan,
            now,
            $"De vraag wacht al {Minutes(now - since)} minuten; afgesproken is ten hoogste {Minutes(agreed)}.",
            Facts([("minutes", Minutes(now - since)), ("limit", Minutes(agreed))])
        );

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;

    private static string Colleagues(int number) => number == 1 ? "1 collega" : $"{number} collega's";

    private static Dictionary<string, string> Facts(IEnumerable<(string Name, int Value)> facts) =>
        facts.ToDictionary(fact => fact.Name, fact => fact.Value.ToString(CultureInfo.InvariantCulture));

    private sealed record Held(IReadOnlyDictionary<string, DateTimeOffset> Before, DateTimeOffset Now)
    {
        /// <param name="lingers">Holds on for a while after it ended.</param>
        public IEnumerable<Cause> When(string name, bool holds, bool lingers, string reason, (string, int)[] facts)
        {
            var since = Before.TryGetValue(name, out var known) ? known : (DateTimeOffset?)null;
            if (holds || (lingers && since is { } began && Now - began < Least))
                yield return new(name, since ?? Now, reason, Facts(facts));
        }

        public IEnumerable<Cause> Above(string name, int value, int? limit, string reason, (string, int)[] facts) =>
            limit is { } most ? When(name, value > most || (Before.ContainsKey(name) && value * 4 >= most * 3), true, reason, facts) : [];
    }
}
