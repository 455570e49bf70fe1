namespace WebcareHub.RulesOfEngagement;

/// <summary>Local time of the domain.</summary>
internal static class Amsterdam
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The first moment with this local time; a time the clock skips is the moment of the change.</summary>
    public static long Opens(DateOnly date, TimeSpan time) => ToUtc(date, time, latest: false);

    /// <summary>The last moment with this local time.</summary>
    public static long Closes(DateOnly date, TimeSpan time) => ToUtc(date, time, latest: true);

    private static long ToUtc(DateOnly date, TimeSpan time, bool latest)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + time;
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }
        var offset =
            !Zone.IsAmbiguousTime(local) ? Zone.GetUtcOffset(local)
            : latest ? Zone.GetAmbiguousTimeOffsets(local).Min()
            : Zone.GetAmbiguousTimeOffsets(local).Max();
        return local.Ticks - offset.Ticks;
    }
}
