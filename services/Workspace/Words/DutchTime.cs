using System.Globalization;

namespace WebcareHub.Workspace.Words;

/// <summary>Moments and durations as a colleague reads them, in Dutch local time.</summary>
internal static class DutchTime
{
    /// <summary>"14.05 uur" today, "za 21 nov 14.05 uur" otherwise; with the year when it is another one.</summary>
    internal static string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var local = Local(at);
        var today = Local(now);
        var pattern =
            local.Date == today.Date ? ""
            : local.Year == today.Year ? "ddd d MMM "
            : "ddd d MMM yyyy ";
        return local.ToString(pattern + "HH.mm", Dutch) + " " + Texts.Hour;
    }

    /// <summary>Always with the day: "za 21 nov 14.05 uur".</summary>
    internal static string Full(DateTimeOffset at) => Local(at).ToString("ddd d MMM HH.mm", Dutch) + " " + Texts.Hour;

    /// <summary>The day alone: "21 november 2026".</summary>
    internal static string Day(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy", Dutch);

    /// <summary>How old something is: "zojuist", "5 min", "3 u", "2 dagen".</summary>
    internal static string Age(DateTimeOffset at, DateTimeOffset now) =>
        now - at < TimeSpan.FromMinutes(1) ? Texts.JustNow : Short(now - at);

    /// <summary>How long until a moment: "nog 12 min", or "8 min te laat".</summary>
    internal static string Until(DateTimeOffset due, DateTimeOffset now) =>
        due >= now ? string.Format(Dutch, Texts.TimeLeft, Short(due - now)) : string.Format(Dutch, Texts.TimeLate, Short(now - due));

    /// <summary>How long a window stays open: "nog 3 u 12 min".</summary>
    internal static string WindowLeft(DateTimeOffset until, DateTimeOffset now)
    {
        var left = until - now;
        var exact = left.TotalHours is >= 1 and < 48
            ? string.Format(Dutch, Texts.HoursAndMinutes, (int)left.TotalHours, left.Minutes)
            : Short(left);
        return string.Format(Dutch, Texts.TimeLeft, exact);
    }

    /// <summary>The date in the Netherlands at a moment.</summary>
    internal static DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The moment as a date field shows it, in Dutch local time.</summary>
    internal static DateTime LocalTime(DateTimeOffset at) => Local(at).DateTime;

    /// <summary>The moment in ISO form for the datetime attribute.</summary>
    internal static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>Tomorrow at nine in the morning, local time.</summary>
    internal static DateTimeOffset TomorrowMorning(DateTimeOffset now) => AtLocal(Local(now).Date.AddDays(1).AddHours(9));

    /// <summary>The first Monday after today, at nine.</summary>
    internal static DateTimeOffset NextMonday(DateTimeOffset now)
    {
        var today = Local(now).Date;
        var days = ((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7;
        return AtLocal(today.AddDays(days == 0 ? 7 : days).AddHours(9));
    }

    /// <summary>A local date and time, as a date field gives it, as a moment.</summary>
    internal static DateTimeOffset AtLocal(DateTime local) => new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();

    private static string Short(TimeSpan span) =>
        span.TotalMinutes < 60 ? string.Format(Dutch, Texts.Minutes, Math.Max(1, (int)span.TotalMinutes))
        : span.TotalHours < 24 ? string.Format(Dutch, Texts.Hours, (int)span.TotalHours)
        : span.TotalDays < 2 ? Texts.OneDay
        : string.Format(Dutch, Texts.Days, (int)span.TotalDays);

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam);

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
}
