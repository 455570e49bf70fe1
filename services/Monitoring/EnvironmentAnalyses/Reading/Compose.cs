using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.EnvironmentAnalyses.Counting;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>What the page tells, from what was counted. Small counts are hidden here, once, for all who read. Pure.</summary>
internal static class Compose
{
    internal const int Top = 5;
    private const int MostNew = 3;
    private const int MostHours = 24;

    /// <param name="since">When the last version was frozen: what came up later is new.</param>
    internal static EnvironmentPicture Of(
        Admitted admitted,
        Counted counted,
        IReadOnlyList<RumourFacts> rumours,
        DateTimeOffset? since,
        DateTimeOffset now
    )
    {
        var facts = admitted.Facts;
        var until = facts.EndedAt is { } ended && ended < now ? ended : now;
        var period = until - facts.DeclaredAt;
        return new(
            facts.Id,
            facts.Title,
            facts.Exercise,
            Dutch.List([.. (facts.Scope.Count > 0 ? facts.Scope : facts.Ever).Select(admitted.Name)]),
            [.. facts.Grip.OrderBy(level => level.Key).Select(level => $"GRIP {level.Value} ({admitted.Name(level.Key)})")],
            facts.DeclaredAt,
            until,
            Small.Shown(counted.Total.Messages),
            Small.Shown(counted.Total.Questions),
            Channels(counted.Channels),
            Hours(counted.Hours, (facts.DeclaredAt, until)),
            Questions(counted.Groups, since, period),
            Small.Shown(counted.Other),
            Signs(admitted, counted, ("behaviour", period)),
            Signs(admitted, counted, ("perception", period)),
            [.. rumours.Select(rumour => Rumour(rumour, admitted))]
        );
    }

    private static IReadOnlyList<EnvironmentQuestion> Questions(IReadOnlyList<CountedGroup> groups, DateTimeOffset? since, TimeSpan period)
    {
        bool New(CountedGroup group) => since is { } last && group.First > last;
        return
        [
            .. groups
                .Take(Top)
                .Concat(groups.Skip(Top).Where(New).Take(MostNew))
                .Select(group => new EnvironmentQuestion(
                    group.Words,
                    group.Questions,
                    Trends.Of(period, group.Recent, group.Before),
                    group.Answered,
                    New(group)
                )),
        ];
    }

    private static IReadOnlyList<EnvironmentCount> Channels(IReadOnlyDictionary<string, int> channels)
    {
        var ordered = channels.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).ToArray();
        return
        [
            .. ordered.Zip(Small.Parts([.. ordered.Select(each => each.Value)]), (each, shown) => new EnvironmentCount(each.Key, shown)),
        ];
    }

    private static IReadOnlyList<EnvironmentHour> Hours(
        IReadOnlyDictionary<DateTimeOffset, int> hours,
        (DateTimeOffset From, DateTimeOffset Until) period
    )
    {
        var all = AllHours(period.From, period.Until).ToArray();
        var shown = Small.Parts([.. all.Select(hour => hours.GetValueOrDefault(hour))]);
        return [.. all.Zip(shown, (hour, count) => new EnvironmentHour(hour, count)).TakeLast(MostHours)];
    }

    internal static IEnumerable<DateTimeOffset> AllHours(DateTimeOffset from, DateTimeOffset until)
    {
        var first = from.ToUniversalTime();
        for (var hour = first.AddTicks(-(first.Ticks % TimeSpan.TicksPerHour)); hour <= until; hour = hour.AddHours(1))
            yield return hour;
    }

    private static IReadOnlyList<EnvironmentSign> Signs(Admitted admitted, Counted counted, (string Name, TimeSpan Period) part)
    {
        IReadOnlyList<Sign> signs =
            admitted.Blueprint.For(admitted.Facts.Layer).Scenarios.FirstOrDefault(each => each.Id == admitted.Facts.Scenario)?.Signs ?? [];
        return
        [
            .. signs
                .Where(sign => sign.Part == part.Name)
                .Select(sign => (Sign: sign, Count: counted.Signs.GetValueOrDefault(sign.Id) ?? new(0, 0, 0)))
                .OrderByDescending(each => each.Count.Questions)
                .Select(each => new EnvironmentSign(
                    each.Sign.Title,
                    Small.Shown(each.Count.Questions),
                    Trends.Of(part.Period, each.Count.Recent, each.Count.Before),
                    each.Sign.Risk
                )),
        ];
    }

    private static EnvironmentRumour Rumour(RumourFacts rumour, Admitted admitted) =>
        new(rumour.Claim, rumour.Spread, rumour.Status, rumour.Owner is { } owner ? admitted.Name(owner) : null, rumour.Reaction);
}
