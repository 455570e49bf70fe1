namespace WebcareHub.Testing;

/// <summary>
/// An ordinary Tuesday morning to move the hub's clock to: outside office hours the blueprint answers by itself, and what a test or bench sees
/// would differ by the hour.
/// </summary>
public static class OfficeHours
{
    /// <summary>How far ahead it is, in seconds.</summary>
    public static long SecondsAhead(DateTimeOffset now)
    {
        DateTimeOffset morning = new DateTimeOffset(now.Date, TimeSpan.Zero).AddHours(9).AddMinutes(30);
        do
        {
            morning = morning.AddDays(1);
        } while (morning.DayOfWeek is not DayOfWeek.Tuesday || IsHoliday(morning));
        return (long)(morning - now).TotalSeconds;
    }

    private static bool IsHoliday(DateTimeOffset day) =>
        day is { Month: 12, Day: >= 24 } or { Month: 1, Day: 1 } or { Month: 4, Day: 27 } or { Month: 5, Day: 5 };
}
