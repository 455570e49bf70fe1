namespace WebcareHub.Blueprint.Reading;

/// <summary>Days as people in the Netherlands count them.</summary>
internal static class Days
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    internal static DateOnly Of(DateTimeOffset utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(utc, Amsterdam).DateTime);
}
