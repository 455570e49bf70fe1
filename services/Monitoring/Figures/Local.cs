namespace WebcareHub.Monitoring.Figures;

/// <summary>Dutch local time.</summary>
internal static class Local
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    internal static DateTime Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    internal static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Of(at));

    /// <summary>The Monday of the week.</summary>
    internal static DateOnly Monday(DateTimeOffset at)
    {
        var day = Day(at);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    /// <summary>The moment (UTC) a local time is; one that the clock skips is that much later.</summary>
    internal static DateTimeOffset Utc(DateOnly day, TimeSpan time = default)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    internal static string PartOfDay(DateTimeOffset at) =>
        Of(at).Hour switch
        {
            < 6 => "night",
            < 12 => "morning",
            < 18 => "afternoon",
            _ => "evening",
        };
}
