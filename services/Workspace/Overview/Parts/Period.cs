using System.Globalization;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Overview.Parts;

/// <summary>A week, a month or a quarter: what the figures are of. In an address 2026-W47, 2026-11 or 2026-K4.</summary>
internal sealed record Period(PeriodKind Kind, DateOnly From)
{
    /// <summary>The last day that counts.</summary>
    internal DateOnly Until => (Kind == PeriodKind.Week ? From.AddDays(7) : From.AddMonths(Kind == PeriodKind.Month ? 1 : 3)).AddDays(-1);

    internal string Code =>
        Kind switch
        {
            PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(Start)}-W{ISOWeek.GetWeekOfYear(Start):00}"),
            PeriodKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-K{Quarter}"),
        };

    /// <summary>The kind as the API names it.</summary>
    internal string KindInApi =>
        Kind switch
        {
            PeriodKind.Week => "week",
            PeriodKind.Month => "month",
            _ => "quarter",
        };

    /// <summary>As the API writes it: a quarter has a Q there.</summary>
    internal string CodeInApi => Code.Replace('K', 'Q');

    /// <summary>"week 47 van 2026", "november 2026", "4e kwartaal van 2026".</summary>
    internal string Title =>
        Kind switch
        {
            PeriodKind.Week => SayFigures.Format(OverviewTexts.WeekOf, ISOWeek.GetWeekOfYear(Start), ISOWeek.GetYear(Start)),
            PeriodKind.Month => SayTogether.Month(Code),
            _ => SayFigures.Format(OverviewTexts.QuarterOf, Quarter, From.Year),
        };

    internal Period Step(int periods) =>
        this with
        {
            From = Kind == PeriodKind.Week ? From.AddDays(7 * periods) : From.AddMonths((Kind == PeriodKind.Month ? 1 : 3) * periods),
        };

    /// <summary>The period of this kind that a day lies in.</summary>
    internal static Period Of(PeriodKind kind, DateOnly day) =>
        new(
            kind,
            kind switch
            {
                PeriodKind.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
                PeriodKind.Month => new DateOnly(day.Year, day.Month, 1),
                _ => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            }
        );

    /// <summary>Null when the address names no period.</summary>
    internal static Period? Parse(string? code) =>
        code?.Split('-') is not [{ Length: 4 } year, { Length: 2 or 3 } part] || !Whole(year, out var inYear) || inYear is < 2000 or > 9000
            ? null
        : part[0] == 'W' && Whole(part[1..], out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(inYear)
            ? new(PeriodKind.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(inYear, week, DayOfWeek.Monday)))
        : part[0] == 'K' && Whole(part[1..], out var quarter) && quarter is >= 1 and <= 4
            ? new(PeriodKind.Quarter, new DateOnly(inYear, (quarter * 3) - 2, 1))
        : part.Length == 2 && Whole(part, out var month) && month is >= 1 and <= 12 ? new(PeriodKind.Month, new DateOnly(inYear, month, 1))
        : null;

    private int Quarter => ((From.Month - 1) / 3) + 1;

    private DateTime Start => From.ToDateTime(default);

    private static bool Whole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>How long a period is.</summary>
public enum PeriodKind
{
    Week,
    Month,
    Quarter,
}
