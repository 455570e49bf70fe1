using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Reads single values: dates, terms, time blocks, ids.</summary>
internal static class Values
{
    /// <summary>What stands for "no answer is due".</summary>
    public const string None = "none";

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary><c>30m</c>, <c>4h</c> or <c>2d</c>.</summary>
    public static ResponseTime? Duration(string text)
    {
        var plain =
            text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n
                : 0;
        return plain is < 1 or > 10_000
            ? null
            : text[^1] switch
            {
                'm' => new ResponseTime(TimeSpan.FromMinutes(plain), 0),
                'h' => new ResponseTime(TimeSpan.FromHours(plain), 0),
                'd' => new ResponseTime(TimeSpan.Zero, plain),
                _ => null,
            };
    }

    /// <summary><c>09:00-12:30</c>; the end may be <c>24:00</c>.</summary>
    public static (TimeSpan Opens, TimeSpan Closes)? Block(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Clock(parts[0]) is { } opens && Clock(parts[1]) is { } closes && opens < closes
            ? (opens, closes)
            : null;
    }

    /// <summary><c>8</c> or <c>6.5</c>; not below zero.</summary>
    public static double? Decimal(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsId(string text) =>
        text.Length is > 0 and <= 100
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    private static TimeSpan? Clock(string text) =>
        text.Length == 5
        && text[2] == ':'
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && minutes < 60
        && (hours < 24 || (hours == 24 && minutes == 0))
            ? new TimeSpan(hours, minutes, 0)
            : null;
}
