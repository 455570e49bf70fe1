using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Learning;

/// <summary>Topics from the most asked to the least. Pure.</summary>
/// <param name="Topics">Told, the most asked first.</param>
/// <param name="Unrecognised">Null: too few to tell.</param>
/// <param name="Rest">Questions that are too few to tell of what.</param>
/// <param name="Head">How many of the topics together are most of what is asked.</param>
internal sealed record Ranking(IReadOnlyList<RankedTopic> Topics, int? Unrecognised, int Rest, int Head)
{
    private const double Most = 80;

    /// <param name="hidesFew">Beyond the own municipality.</param>
    internal static Ranking Of(IReadOnlyList<Counted> counted, EffectiveBlueprint blueprint, bool hidesFew)
    {
        var topics = counted
            .GroupBy(one => one.Facts.Topic ?? "")
            .OrderByDescending(topic => topic.Count())
            .ThenBy(topic => topic.Key, StringComparer.Ordinal)
            .ToList();
        var told = hidesFew ? Computing.Told(topics) : topics;
        var all = counted.Count(one => one.Facts.Topic is not null);
        var ranked = new List<RankedTopic>();
        foreach (var topic in told.Where(topic => topic.Key.Length > 0))
        {
            var above = ranked.Sum(one => one.Questions) + topic.Count();
            ranked.Add(One(ranked.Count + 1, topic, (all, above), blueprint, hidesFew));
        }

        return new(
            ranked,
            told.FirstOrDefault(topic => topic.Key.Length == 0)?.Count() ?? (topics.Any(topic => topic.Key.Length == 0) ? null : 0),
            topics.Except(told).Sum(topic => topic.Count()),
            ranked.FindIndex(one => one.Cumulative >= Most) is var last and >= 0 ? last + 1 : ranked.Count
        );
    }

    private static RankedTopic One(
        int place,
        IGrouping<string, Counted> topic,
        (int All, int Above) of,
        EffectiveBlueprint blueprint,
        bool hidesFew
    )
    {
        double? Figure(string id) =>
            Measured.Of(id, [.. topic]) is var found && hidesFew && found.Questions < Computing.Few ? null : found.Value;
        return new(
            place,
            topic.Key,
            blueprint.Topic(topic.Key)?.Title ?? topic.Key,
            topic.Count(),
            Percent(topic.Count(), of.All),
            Percent(of.Above, of.All),
            Figure("first-response"),
            Figure("unanswered"),
            Figure("satisfaction"),
            blueprint.Answers.Count(answer => answer.Topics.Contains(topic.Key))
        );
    }

    internal static double Percent(int part, int whole) =>
        whole == 0 ? 0 : Math.Round(100.0 * part / whole, 1, MidpointRounding.AwayFromZero);
}
