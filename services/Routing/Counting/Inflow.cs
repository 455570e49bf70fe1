using WebcareHub.Contracts.Crises;

namespace WebcareHub.Routing.Counting;

/// <summary>How much came in over ten minutes, and whether that is far more than the hour is used to.</summary>
internal static class Inflow
{
    internal static readonly TimeSpan Stretch = TimeSpan.FromMinutes(10);

    /// <summary>Four weeks of the same hour are what it is used to.</summary>
    internal const int Days = 28;

    /// <summary>So many times the usual.</summary>
    private const int Times = 5;

    /// <summary>Fewer is no crisis, however quiet a small town is otherwise.</summary>
    internal const int Least = 25;

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The hourly counts as they were read at a moment: messages by municipality and hour.</summary>
    internal sealed record Reading(DateTimeOffset At, IReadOnlyDictionary<(string Municipality, DateTimeOffset Hour), long> Counts);

    /// <summary>The reading of ten minutes ago: not younger, and at most half as old again, for a clock may jump.</summary>
    internal static Reading? Before(IEnumerable<Reading> readings, DateTimeOffset now) =>
        readings.Where(reading => now - reading.At >= Stretch && now - reading.At <= 1.5 * Stretch).MaxBy(reading => reading.At);

    /// <summary>What came in between two readings, where it is worth looking at.</summary>
    internal static IReadOnlyDictionary<string, int> Between(Reading then, Reading now) =>
        now
            .Counts.GroupBy(count => count.Key.Municipality)
            .Select(town => (Town: town.Key, Came: (int)town.Sum(count => count.Value - then.Counts.GetValueOrDefault(count.Key))))
            .Where(town => town.Came >= Least)
            .ToDictionary(town => town.Town, town => town.Came, StringComparer.Ordinal);

    /// <param name="came">Over the ten minutes, by municipality.</param>
    /// <param name="usual">Messages in such an hour, by municipality; absent where there never was one.</param>
    internal static IReadOnlyList<RisenInflow> Rose(
        IReadOnlyDictionary<string, int> came,
        IReadOnlyDictionary<string, double> usual,
        DateTimeOffset from,
        DateTimeOffset until
    ) =>
        [
            .. came.Select(town => new RisenInflow(
                    town.Key,
                    town.Value,
                    Math.Round(usual.GetValueOrDefault(town.Key) * (Stretch / TimeSpan.FromHours(1)), 1),
                    from,
                    until
                ))
                .Where(town => town.Count > Times * town.Usual)
                .OrderBy(town => town.Municipality, StringComparer.Ordinal),
        ];

    /// <summary>The same hour of the clock on the days before, in UTC.</summary>
    internal static DateTimeOffset[] SameHours(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Amsterdam).DateTime;
        var hour = local.Date.AddHours(local.Hour);
        return
        [
            .. Enumerable
                .Range(1, Days)
                .Select(back => hour.AddDays(-back))
                .Where(each => !Amsterdam.IsInvalidTime(each))
                .Select(each => new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(each, Amsterdam), TimeSpan.Zero)),
        ];
    }
}
