using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>Costs, avoidable contacts and capacity of April, by plain sums over the same events.</summary>
internal sealed partial class Reference
{
    private IEnumerable<Seeded.Story> April(string municipality) =>
        seeded.Stories.Where(story =>
            story.Municipality == municipality && story.OpenedAt <= at && Local(story.OpenedAt) is { Year: 2026, Month: 4 }
        );

    private int Answers(Seeded.Story story) => Known(story).Count(one => one is ReplyRequested { Automatic: false });

    private static double PerContact(Costs costs, string channel)
    {
        var of = costs.Channels.FirstOrDefault(one => one.Channel == channel) ?? costs.Channels[0];
        return (of.Minutes * costs.HourlyCost / 60) + of.Fee;
    }

    /// <summary>Contacts and what they cost, by channel.</summary>
    internal Dictionary<string, (int Contacts, double Total)> Spent(string municipality, Costs costs) =>
        April(municipality)
            .GroupBy(story => story.Channel)
            .ToDictionary(
                channel => channel.Key,
                channel => (channel.Sum(Answers), Two(channel.Sum(Answers) * PerContact(costs, channel.Key)))
            );

    /// <summary>Contacts that need not have been and what they cost, by why: each question once, for the first reason that holds.</summary>
    internal Dictionary<string, (int Contacts, double Total)> Avoidable(string municipality, Costs costs) =>
        April(municipality)
            .Select(story => (Story: story, Why: WhyAvoidable(story)))
            .Where(one => one.Why is not null)
            .GroupBy(one => one.Why!)
            .ToDictionary(why => why.Key, why => (why.Count(), Two(why.Sum(one => PerContact(costs, one.Story.Channel)))));

    private string? WhyAvoidable(Seeded.Story story)
    {
        var events = Known(story);
        return Measure("channel-switch", story) > 0 ? "channel-switch"
            : Measure("repeat-contact", story) > 0 ? "repeat"
            : events.OfType<Reopened>().Any() ? "reopened"
            : events.OfType<HandedOver>().Any() ? "handed-over"
            : null;
    }

    /// <summary>Colleagues needed and the share in time, by day and hour of the week in which webcare was open.</summary>
    internal Dictionary<(int Day, int Hour), (double Arrivals, int Agents, double Share)> Capacity(string municipality, Costs costs)
    {
        var asked = April(municipality).ToLookup(story => Place(Local(story.OpenedAt)));
        var open = new Dictionary<(int, int), int>();
        for (
            var hour = new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero);
            hour < new DateTimeOffset(2026, 4, 30, 22, 0, 0, TimeSpan.Zero);
            hour = hour.AddHours(1)
        )
        {
            if (IsOpen(hour.AddMinutes(30)))
            {
                open[Place(Local(hour))] = open.GetValueOrDefault(Place(Local(hour))) + 1;
            }
        }

        return open.ToDictionary(hour => hour.Key, hour => Needed([.. asked[hour.Key]], hour.Value, costs));
    }

    private static (double, int, double) Needed(List<Seeded.Story> asked, int times, Costs costs)
    {
        var arrivals = asked.Count / (double)times;
        if (asked.Count == 0)
        {
            return (0, 0, 100);
        }

        var minutes = asked.Average(story =>
            (costs.Channels.FirstOrDefault(one => one.Channel == story.Channel) ?? costs.Channels[0]).Minutes
        );
        var each = minutes * costs.AtOnce;
        var load = arrivals * each / 60;
        var places = (int)load + 1;
        while (InTime(places, load, each, costs.AnswerWithinMinutes) < costs.AnswerShare / 100.0)
        {
            places++;
        }

        var share = Math.Round(100 * InTime(places, load, each, costs.AnswerWithinMinutes), 1);
        return (Math.Round(arrivals, 2), (places + costs.AtOnce - 1) / costs.AtOnce, share);
    }

    /// <summary>Erlang C as it stands in the books: the terms of the sum one by one.</summary>
    private static double InTime(int places, double load, double each, double within)
    {
        var (term, sum) = (1.0, 1.0);
        for (var place = 1; place < places; place++)
        {
            term *= load / place;
            sum += term;
        }

        var all = term * load / places * places / (places - load);
        return 1 - (all / (sum + all) * Math.Exp(-(places - load) * within / each));
    }

    private static (int, int) Place(DateTime local) => (local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek, local.Hour);
}
