using System.Globalization;

namespace WebcareHub.Crisis.Speaking;

/// <summary>Moments as residents read them, in Dutch time.</summary>
internal static class Clock
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"14:05", with the day before it when that is another: "zaterdag 21 november, 14:05".</summary>
    internal static string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var (there, today) = (Local(at), Local(now));
        return there.Date == today.Date
            ? there.ToString("HH':'mm", Dutch)
            : there.ToString("dddd d MMMM", Dutch) + ", " + there.ToString("HH':'mm", Dutch);
    }

    /// <summary>"Stand van 14:05".</summary>
    internal static string StandOf(DateTimeOffset at, DateTimeOffset now) => $"Stand van {Moment(at, now)}";

    internal static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam);
}
