using System.Globalization;

namespace WebcareHub.Crisis.Switching;

/// <summary>Small Dutch.</summary>
internal static class Sentences
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>"a, b en c".</summary>
    internal static string List(IReadOnlyList<string> parts) =>
        parts.Count <= 1 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} en {parts[^1]}";

    internal static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], Dutch) + text[1..];

    /// <summary>"14.05 uur" today, otherwise with the day.</summary>
    internal static string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, Amsterdam), TimeZoneInfo.ConvertTime(now, Amsterdam));
        return local.Date == today.Date ? local.ToString("H.mm 'uur'", Dutch) : local.ToString("d MMMM H.mm 'uur'", Dutch);
    }

    internal static string Count(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : $"{number.ToString("N0", Dutch)} {many}";

    internal static string Number(double number) => number.ToString("0.#", Dutch);
}
