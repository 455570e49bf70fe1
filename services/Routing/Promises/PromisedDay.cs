namespace WebcareHub.Routing.Promises;

/// <summary>A day as it was promised, in Dutch local time.</summary>
internal static class PromisedDay
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeOnly Afternoon = new(15, 0);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Amsterdam).DateTime);

    /// <summary>When it is over.</summary>
    public static DateTimeOffset End(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>When to begin with it: in the morning; what was promised for today itself, in the afternoon.</summary>
    public static DateTimeOffset Back(DateOnly day, DateTimeOffset now)
    {
        var back = At(day, day == Of(now) ? Afternoon : Morning);
        return back > now ? back : now;
    }

    /// <summary>Of a moment at which it is over.</summary>
    public static DateOnly EndingAt(DateTimeOffset end) => Of(end.AddTicks(-1));

    private static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }
}
