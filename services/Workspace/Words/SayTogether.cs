using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>Pools, shifts and hours as words on the screen.</summary>
internal static class SayTogether
{
    internal static string Format(string text, params object?[] values) => string.Format(Dutch, text, values);

    /// <summary>Hours, minutes and seconds that add up: "12:05:30", "-0:10:00".</summary>
    internal static string Time(long seconds) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(seconds < 0 ? "-" : "")}{Math.Abs(seconds) / 3600}:{Math.Abs(seconds) / 60 % 60:00}:{Math.Abs(seconds) % 60:00}"
        );

    internal static string Number(int number) => number.ToString("N0", Dutch);

    internal static string State(PresenceState state) =>
        state switch
        {
            PresenceState.Online => TogetherTexts.StateOnline,
            PresenceState.Away => TogetherTexts.StateAway,
            _ => TogetherTexts.StateOffline,
        };

    internal static string StateIcon(PresenceState state) =>
        state switch
        {
            PresenceState.Online => "user-check",
            PresenceState.Away => "clock-pause",
            _ => "logout",
        };

    /// <summary>"november 2026".</summary>
    internal static string Month(string month) => First(month).ToString("MMMM yyyy", Dutch);

    /// <summary>The month so many months away, as addresses write it.</summary>
    internal static string Step(string month, int months) =>
        First(month).AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>"maandag 23 november".</summary>
    internal static string Day(DateOnly day) => day.ToString("dddd d MMMM", Dutch);

    /// <summary>"09.00 tot 17.00 uur", with the day behind it when it ends on another.</summary>
    internal static string Span(DateTimeOffset from, DateTimeOffset until)
    {
        var (begin, end) = (DutchTime.LocalDate(from), DutchTime.LocalDate(until));
        return Format(begin == end ? TogetherTexts.Span : TogetherTexts.SpanOver, Clock(from), Clock(until), Day(end));
    }

    /// <summary>The pool in a sentence that begins with it: "Regio Wadden".</summary>
    internal static string Capital(string name) => name.Length == 0 ? name : char.ToUpper(name[0], Dutch) + name[1..];

    private static string Clock(DateTimeOffset at) => DutchTime.Full(at).Split(' ')[^2];

    private static DateOnly First(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? first
            : default;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
}
