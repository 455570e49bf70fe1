using System.Globalization;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Days and months of the hours bank: Dutch local time. A month is its first day.</summary>
internal static class Days
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    // A shift that begins in the last minute of a month ends within the first day of the next.
    private const int DaysToClose = 2;

    internal static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Amsterdam).DateTime);

    internal static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    internal static DateOnly Month(DateTimeOffset at) => Month(Of(at));

    /// <summary>From this moment on nothing is counted in the month any more (UTC).</summary>
    internal static DateTimeOffset ClosesAt(DateOnly month) => Begin(month.AddMonths(1).AddDays(DaysToClose));

    /// <summary>The last month that is closed at a moment.</summary>
    internal static DateOnly LastClosed(DateTimeOffset now)
    {
        var before = Month(now).AddMonths(-1);
        return ClosesAt(before) <= now ? before : before.AddMonths(-1);
    }

    internal static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    internal static DateOnly? Read(string? month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is >= 2000 and < 3000
            ? first
            : null;

    private static DateTimeOffset Begin(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }
}
