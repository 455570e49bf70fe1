using Npgsql;

namespace WebcareHub.Routing.Pools;

/// <summary>
/// How busy today is beside an ordinary day: the messages since midnight beside the mean of the same hours of that weekday in the four weeks before.
/// Looked at once a minute, and only for who agreed something about it.
/// </summary>
internal sealed class Baselines
{
    private const int Weeks = 4;

    /// <summary>Fewer than these in the four weeks together say nothing about a day.</summary>
    private const int Fewest = 20;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private IReadOnlyDictionary<string, int> _shares = new Dictionary<string, int>();
    private DateTimeOffset _at;

    /// <summary>Percentages by municipality; absent for whom there is too little to compare with.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SharesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<string> municipalities,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (municipalities.Count == 0)
            return new Dictionary<string, int>();
        if ((now - _at).Duration() < Between)
            return _shares;
        await using var command = new NpgsqlCommand(
            """
            select u.municipality, d.week, coalesce((
                select sum(h.messages) from routing.hourly_counts h
                where h.tenant_id = u.municipality and h.hour >= d.begin and h.hour < d.until), 0)
            from unnest($1::varchar[]) as u (municipality)
            cross join unnest($2::int[], $3::timestamptz[], $4::timestamptz[]) as d (week, begin, until)
            """,
            connection
        );
        foreach (var value in Periods(municipalities, now))
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var row = await command.ExecuteReaderAsync(ct);
        var counts = new List<(string Municipality, int Week, long Messages)>();
        while (await row.ReadAsync(ct))
            counts.Add((row.GetString(0), row.GetInt32(1), row.GetInt64(2)));
        _at = now;
        return _shares = Shares(counts);
    }

    /// <summary>Week 0 is today, weeks 1 to 4 lie before it. Pure.</summary>
    public static IReadOnlyDictionary<string, int> Shares(IEnumerable<(string Municipality, int Week, long Messages)> counts) =>
        counts
            .GroupBy(count => count.Municipality)
            .Select(group =>
                (
                    Municipality: group.Key,
                    Today: group.Where(count => count.Week == 0).Sum(count => count.Messages),
                    Before: group.Where(count => count.Week > 0).Sum(count => count.Messages)
                )
            )
            .Where(each => each.Before >= Fewest)
            .ToDictionary(each => each.Municipality, each => (int)Math.Min(int.MaxValue, each.Today * Weeks * 100 / each.Before));

    // Whole hours, by the clock on the wall: also in the weeks around a change of it.
    private static IEnumerable<object> Periods(IReadOnlyList<string> municipalities, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Amsterdam).DateTime;
        var (midnight, hour) = (local.Date, local.Date.AddHours(local.Hour + 1));
        var weeks = Enumerable.Range(0, Weeks + 1).ToArray();
        yield return municipalities.ToArray();
        yield return weeks;
        yield return weeks.Select(week => Utc(midnight.AddDays(-7 * week))).ToArray();
        yield return weeks.Select(week => Utc(hour.AddDays(-7 * week))).ToArray();
    }

    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
}
