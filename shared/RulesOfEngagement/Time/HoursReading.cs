namespace WebcareHub.RulesOfEngagement;

/// <summary>Makes opening hours of a merged entry.</summary>
internal static class HoursReading
{
    /// <summary>Id of the hours rules read.</summary>
    public const string Webcare = "webcare";

    private static readonly DayOfWeek[] Weekdays =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    ];

    /// <summary>Day and night, holidays too.</summary>
    public static readonly OpeningHours Always = new(
        "always",
        "Dag en nacht",
        [new(DateOnly.MinValue, [.. Enumerable.Repeat<IReadOnlyList<(TimeSpan, TimeSpan)>>([(TimeSpan.Zero, TimeSpan.FromDays(1))], 7)])],
        [],
        []
    );

    public static OpeningHours Read(MergedEntry hours) =>
        new(
            hours.Id,
            hours.Title,
            [.. hours["week"].Each().OfType<MapNode>().Select(Week)],
            hours["holidays"] is null ? Holidays.Usual : hours.Texts("holidays"),
            [.. hours["exceptions"].Each().OfType<MapNode>().Select(Exception)]
        );

    private static OpeningHours.Week Week(MapNode week)
    {
        var days = Enumerable.Repeat<IReadOnlyList<(TimeSpan, TimeSpan)>>([], 7).ToArray();
        foreach (var pair in week.Pairs.Where(pair => pair.Key != "from").OrderBy(pair => pair.Key is not ("weekdays" or "weekend")))
        {
            foreach (var day in DaysOf(pair.Key))
            {
                days[(int)day] = Blocks(pair.Value);
            }
        }
        return new OpeningHours.Week(Values.Date(week["from"].Text() ?? "") ?? DateOnly.MinValue, days);
    }

    private static DayOfWeek[] DaysOf(string key) =>
        key switch
        {
            "weekdays" => Weekdays,
            "weekend" => [DayOfWeek.Saturday, DayOfWeek.Sunday],
            _ => [Enum.Parse<DayOfWeek>(key, ignoreCase: true)],
        };

    private static OpeningHours.DayException Exception(MapNode exception)
    {
        var date = Values.Date(exception["date"].Text() ?? "") ?? DateOnly.MinValue;
        var until = Values.Date(exception["until"].Text() ?? "") ?? date;
        return new OpeningHours.DayException(date, until, Blocks(exception["open"]), exception["reason"].Text());
    }

    private static (TimeSpan, TimeSpan)[] Blocks(Node? node) => [.. node.Texts().Select(Values.Block).OfType<(TimeSpan, TimeSpan)>()];
}
