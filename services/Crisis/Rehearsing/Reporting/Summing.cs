using WebcareHub.Contracts.Api;

namespace WebcareHub.Crisis.Rehearsing.Reporting;

/// <summary>Adds up what came of an exercise. Pure. Nothing in it is about one colleague.</summary>
internal static class Summing
{
    /// <summary>Fewer colleagues than this are not counted out: their number would be about them.</summary>
    private const int FewColleagues = 3;

    private static readonly int?[] Bands = [1, 5, 15, 60, null];

    public static RehearsalReport Of(
        (Guid Id, string Title, DateTimeOffset From, DateTimeOffset? Until) exercise,
        IReadOnlyDictionary<string, string> municipalities,
        IReadOnlyList<Fact> facts,
        IReadOnlyList<RehearsalMoment> timeline
    )
    {
        var stories = Story.Of(facts);
        return new(
            exercise.Id,
            exercise.Title,
            exercise.From,
            exercise.Until,
            facts.Count(fact => fact.Kind == Story.Received),
            stories.Count,
            stories.Count(story => story.AnsweredAt is not null),
            stories.Count(story => story.IsWaiting),
            Times(stories),
            timeline,
            Minutes(facts, stories),
            [
                .. stories
                    .GroupBy(story => story.Topic)
                    .Select(topic => new RehearsalTopic(topic.Key, topic.Count(), topic.Count(story => story.AnsweredAt is not null)))
                    .OrderByDescending(topic => topic.Conversations)
                    .ThenBy(topic => topic.Topic, StringComparer.Ordinal),
            ],
            [.. municipalities.OrderBy(each => each.Value, StringComparer.Ordinal).Select(each => Municipality(each, facts, stories))],
            Groups(stories)
        );
    }

    private static RehearsalMunicipality Municipality(
        KeyValuePair<string, string> municipality,
        IReadOnlyList<Fact> facts,
        IReadOnlyList<Story> all
    )
    {
        var own = all.Where(story => story.Municipality == municipality.Key).ToArray();
        var colleagues = all.Select(story => story.AnsweredBy)
            .OfType<(string Municipality, string Colleague)>()
            .Where(by => by.Municipality == municipality.Key)
            .Distinct()
            .Count();
        return new(
            municipality.Key,
            municipality.Value,
            facts.Count(fact => fact.Kind == Story.Received && fact.Municipality == municipality.Key),
            own.Length,
            own.Count(story => story.IsAnsweredAtHome),
            own.Count(story => story.IsHelped),
            own.Count(story => story.ToMany is not null),
            own.Count(story => story.IsWaiting),
            own.Count(story => story.IsLate),
            Percentile(Waits(own), 0.5),
            colleagues < FewColleagues ? null : colleagues
        );
    }

    private static ResponseTimes Times(IReadOnlyList<Story> stories)
    {
        var waits = Waits(stories);
        var floor = 0.0;
        var bands = new List<ResponseBand>();
        foreach (var minutes in Bands)
        {
            var ceiling = minutes * 60.0 ?? double.MaxValue;
            bands.Add(new(minutes, waits.Count(wait => wait <= ceiling && (wait > floor || floor == 0))));
            floor = ceiling;
        }
        return new(Percentile(waits, 0.5), Percentile(waits, 0.9), waits.Length == 0 ? null : waits[^1], bands);
    }

    private static List<RehearsalMinute> Minutes(IReadOnlyList<Fact> facts, IReadOnlyList<Story> stories)
    {
        var received = facts.Where(fact => fact.Kind == Story.Received).Select(fact => Minute(fact.At)).ToLookup(minute => minute);
        if (received.Count == 0)
            return [];
        var answered = stories.Where(story => story.AnsweredAt is not null).ToLookup(story => Minute(story.AnsweredAt!.Value));
        var opened = stories.ToLookup(story => Minute(story.OpenedAt));
        var last = received.Select(minute => minute.Key).Concat(answered.Select(minute => minute.Key)).Max();
        var (minutes, waiting) = (new List<RehearsalMinute>(), 0);
        for (var at = received.Min(minute => minute.Key); at <= last; at = at.AddMinutes(1))
        {
            waiting += opened[at].Count() - answered[at].Count();
            minutes.Add(new(at, received[at].Count(), answered[at].Count(), waiting));
        }
        return minutes;
    }

    private static IReadOnlyList<RehearsalGroup> Groups(IReadOnlyList<Story> stories) =>
        [
            .. stories
                .Where(story => story.ToMany is not null)
                .GroupBy(story => story.ToMany!.Value)
                .Select(group => Group(group.Key, [.. group]))
                .OrderBy(group => group.At),
        ];

    private static RehearsalGroup Group(Guid id, IReadOnlyList<Story> group)
    {
        var first = group.Min(story => story.AnsweredAt!.Value);
        return new(
            id,
            group.GroupBy(story => story.Topic).MaxBy(topic => topic.Count())!.Key ?? "Zonder onderwerp",
            group.Count,
            group.Select(story => story.Municipality).Distinct().Count(),
            group.Count(story => story.OpenedAt > first),
            first
        );
    }

    private static double[] Waits(IEnumerable<Story> stories) =>
        [
            .. stories
                .Where(story => story.AnsweredAt is not null)
                .Select(story => Math.Max(0, (story.AnsweredAt!.Value - story.OpenedAt).TotalSeconds))
                .Order(),
        ];

    private static double? Percentile(double[] ordered, double share) =>
        ordered.Length == 0 ? null : ordered[(int)Math.Ceiling(share * ordered.Length) - 1];

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), at.Offset);
}
