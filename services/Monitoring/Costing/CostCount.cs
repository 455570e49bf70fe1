using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;

namespace WebcareHub.Monitoring.Costing;

/// <summary>What contacts cost, by what the municipality says. Pure.</summary>
internal sealed record CostCount(Costs Costs, IReadOnlyList<Counted> Counted, int Days)
{
    private const double DaysInYear = 365;

    /// <summary>Until a municipality gave its own. Named as assumptions wherever they are used.</summary>
    internal static readonly Costs Assumed = new(55, null, 2, 60, 90, [new(Channel.WhatsApp, 8, 0)]);

    internal int Contacts => Counted.Sum(one => one.Facts.Answers);

    internal IReadOnlyList<ChannelMoney> Channels() =>
        [
            .. Counted
                .GroupBy(one => one.Question.Channel)
                .OrderBy(channel => channel.Key, StringComparer.Ordinal)
                .Select(channel => (Channel: channel.Key, Contacts: channel.Sum(one => one.Facts.Answers)))
                .Select(each => new ChannelMoney(
                    each.Channel,
                    each.Contacts,
                    Euros(PerContact(each.Channel)),
                    Euros(each.Contacts * PerContact(each.Channel))
                )),
        ];

    /// <summary>A question is avoidable for one reason only, the first that holds.</summary>
    /// <param name="days">How far to look ahead, by figure.</param>
    internal IReadOnlyList<AvoidableContacts> Avoidable(Func<string, int> days)
    {
        var reasons = Counted
            .Select(one => (One: one, Why: Reason(one, days)))
            .Where(each => each.Why is not null)
            .ToLookup(each => each.Why);
        return
        [
            .. new[]
            {
                ("channel-switch", "Zelfde vraag via een ander kanaal"),
                ("repeat", "Dezelfde vraag opnieuw"),
                ("reopened", "Weer geopend na afhandelen"),
                ("handed-over", "Doorgegeven aan een andere werkvoorraad"),
            }.Select(why => new AvoidableContacts(
                why.Item1,
                why.Item2,
                reasons[why.Item1].Count(),
                Euros(reasons[why.Item1].Sum(each => PerContact(each.One.Question.Channel)))
            )),
        ];
    }

    /// <param name="share">Of a hundred avoidable contacts, how many will not come any more.</param>
    internal BusinessCase Case(IReadOnlyList<AvoidableContacts> avoidable, double investment, double yearly, double share)
    {
        var years = DaysInYear / Days;
        var saved = avoidable.Sum(each => each.Total) * years * share / 100;
        var net = saved - yearly;
        return new(
            investment,
            yearly,
            share,
            Math.Round(avoidable.Sum(each => each.Contacts) * years * share / 100, 1),
            Euros(saved),
            net > 0 ? Math.Round(12 * investment / net, 1) : null,
            Euros((5 * net) - investment)
        );
    }

    /// <summary>By hour of the week in which webcare was open somewhere in the period.</summary>
    /// <param name="opened">How often the hour was open in the period, by day (1 for Monday) and hour.</param>
    internal IReadOnlyList<CapacityHour> Capacity(IReadOnlyDictionary<(int Day, int Hour), int> opened)
    {
        var arrivals = Counted.ToLookup(one => Place(Local.Of(one.Question.OpenedAt)));
        return [.. opened.OrderBy(hour => hour.Key).Select(hour => Hour(hour.Key, [.. arrivals[hour.Key]], hour.Value))];
    }

    internal static (int Day, int Hour) Place(DateTime local) => (((int)local.DayOfWeek + 6) % 7 + 1, local.Hour);

    private CapacityHour Hour((int Day, int Hour) place, IReadOnlyList<Counted> arrived, int times)
    {
        var arrivals = arrived.Count / (double)times;
        var each = arrived.Count == 0 ? 0 : arrived.Average(one => Cost(one.Question.Channel).Minutes);
        // Who has several in hand at once counts as so many places, each that much slower.
        var (places, share) =
            arrived.Count == 0
                ? (0, 1)
                : ErlangC.Needed(arrivals, each * Costs.AtOnce, Costs.AnswerWithinMinutes, Costs.AnswerShare / 100.0);
        var agents = (int)Math.Ceiling(places / (double)Costs.AtOnce);
        return new(place.Day, place.Hour, Math.Round(arrivals, 2), Math.Round(arrivals * each, 1), agents, Math.Round(100 * share, 1));
    }

    private static string? Reason(Counted one, Func<string, int> days)
    {
        bool Holds(string figure) => FigureRules.All.First(rule => rule.Id == figure).Measure(one, days(figure)) > 0;
        return Holds("channel-switch") ? "channel-switch"
            : Holds("repeat-contact") ? "repeat"
            : one.Facts.Reopenings > 0 ? "reopened"
            : one.Facts.HandOffs > 0 ? "handed-over"
            : null;
    }

    private ChannelCost Cost(string channel) => Costs.Channels.FirstOrDefault(each => each.Channel == channel) ?? Costs.Channels[0];

    private double PerContact(string channel) => (Cost(channel).Minutes / 60 * Costs.HourlyCost) + Cost(channel).Fee;

    private static double Euros(double amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
