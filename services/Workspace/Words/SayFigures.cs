using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>Figures, durations and periods as words on the screen.</summary>
internal static class SayFigures
{
    internal static string Format(string text, params object?[] values) => string.Format(Dutch, text, values);

    /// <summary>"1.234", "0,4": one decimal below ten when there is one.</summary>
    internal static string Number(double number) => number.ToString(Math.Abs(number) < 10 ? "#,0.#" : "#,0", Dutch);

    /// <summary>Of what one costs: "€ 5,30".</summary>
    internal static string Cents(double amount) => amount.ToString("€ #,0.00", Dutch);

    /// <summary>Of many together: "€ 2.890".</summary>
    internal static string Euros(double amount) => amount.ToString("€ #,0", Dutch);

    /// <summary>A figure in its unit: "12 min", "87%", "8,1", "34".</summary>
    internal static string Value(string unit, double value) =>
        unit switch
        {
            FigureUnits.Minutes => Duration(value),
            FigureUnits.Percent => value.ToString("0.#", Dutch) + "%",
            FigureUnits.Score => value.ToString("0.0", Dutch),
            _ => Number(value),
        };

    /// <summary>The value, or why there is none.</summary>
    internal static string Value(Figure figure) => Value(figure.Unit, figure.Value, figure.Hidden);

    internal static string Value(string unit, double? value, bool hidden) =>
        hidden ? OverviewTexts.TooFew
        : value is { } given ? Value(unit, given)
        : OverviewTexts.NoValue;

    /// <summary>"5 min", "3 u 12 min", "2 dagen 4 u".</summary>
    internal static string Duration(double minutes)
    {
        var span = TimeSpan.FromMinutes(Math.Round(minutes));
        return span.TotalMinutes < 1 ? OverviewTexts.UnderAMinute
            : span.TotalHours < 1 ? Format(Texts.Minutes, span.Minutes)
            : span.TotalDays < 1 ? Pair(Format(Texts.Hours, span.Hours), span.Minutes, Texts.Minutes)
            : Pair(span.Days == 1 ? Texts.OneDay : Format(Texts.Days, span.Days), span.Hours, Texts.Hours);
    }

    /// <summary>The stretch of a distribution: "tot 15 min", "15 min tot 1 u", "1 dag of meer".</summary>
    internal static string Stretch(string unit, FigureBucket bucket) =>
        unit == FigureUnits.Score ? Number(bucket.From)
        : bucket.Below is not { } below ? Format(OverviewTexts.OrMore, Value(unit, bucket.From))
        : bucket.From <= 0 ? Format(OverviewTexts.Below, Value(unit, below))
        : Format(OverviewTexts.FromBelow, Value(unit, bucket.From), Value(unit, below));

    internal static string PartOfDay(string part) =>
        part switch
        {
            "night" => OverviewTexts.Night,
            "morning" => OverviewTexts.Morning,
            "afternoon" => OverviewTexts.Afternoon,
            _ => OverviewTexts.Evening,
        };

    internal static string Health(string health) =>
        health switch
        {
            "fine" => OverviewTexts.HealthFine,
            "failing" => OverviewTexts.HealthFailing,
            _ => OverviewTexts.HealthQuiet,
        };

    /// <summary>That the counting is behind, from a minute on; null when it is not.</summary>
    internal static string? Behind(Lag lag) =>
        lag.Rebuilding ? Format(OverviewTexts.Rebuilding, Number(Math.Floor(lag.Rebuilt ?? 0)))
        : lag.Seconds > 60 ? Format(OverviewTexts.LagSaid, Duration(lag.Seconds / 60))
        : null;

    internal static string WeekDay(int day) => Dutch.DateTimeFormat.GetDayName((DayOfWeek)(day % 7));

    /// <summary>"23 november 2026".</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>The week that begins on this Monday: "23 nov".</summary>
    internal static string Week(string monday) =>
        DateOnly.TryParseExact(monday, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMM", Dutch)
            : monday;

    private static string Pair(string whole, int rest, string restText) => rest == 0 ? whole : $"{whole} {Format(restText, rest)}";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
}
