using System.Globalization;

namespace WebcareHub.Monitoring.Reports;

/// <summary>A week, a month or a quarter, Dutch local days.</summary>
/// <param name="Kind">week, month or quarter.</param>
/// <param name="From">Its first day.</param>
internal sealed record ReportPeriod(string Kind, DateOnly From)
{
    internal const string Week = "week";
    internal const string Month = "month";
    internal const string Quarter = "quarter";

    /// <summary>The last day that counts.</summary>
    internal DateOnly Until => Step(1).From.AddDays(-1);

    internal string Code =>
        Kind switch
        {
            Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(Start)}-W{ISOWeek.GetWeekOfYear(Start):00}"),
            Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-Q{((From.Month - 1) / 3) + 1}"),
        };

    private DateTime Start => From.ToDateTime(TimeOnly.MinValue);

    internal ReportPeriod Step(int periods) =>
        this with
        {
            From = Kind == Week ? From.AddDays(7 * periods) : From.AddMonths((Kind == Month ? 1 : 3) * periods),
        };

    /// <summary>The one that a day lies in.</summary>
    internal static ReportPeriod Of(string kind, DateOnly day) =>
        new(
            kind,
            kind switch
            {
                Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
                Month => new(day.Year, day.Month, 1),
                _ => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            }
        );

    /// <summary>Null when there is no such kind or the code names no period of it. Without a code the last one that is over.</summary>
    internal static ReportPeriod? Parse(string kind, string? code, DateOnly today)
    {
        if (kind is not (Week or Month or Quarter))
        {
            return null;
        }

        if (string.IsNullOrEmpty(code))
        {
            return Of(kind, today).Step(-1);
        }

        return First(kind, code) is { } first && new ReportPeriod(kind, first) is var found && found.Code == code ? found : null;
    }

    private static DateOnly? First(string kind, string code)
    {
        if (
            code.Split('-') is not [{ Length: 4 } year, { Length: 2 or 3 } part]
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var inYear)
            || !int.TryParse(part.TrimStart('W', 'Q'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || inYear is < 2000 or > 9000
        )
        {
            return null;
        }

        return kind switch
        {
            Week when number >= 1 && number <= ISOWeek.GetWeeksInYear(inYear) => DateOnly.FromDateTime(
                ISOWeek.ToDateTime(inYear, number, DayOfWeek.Monday)
            ),
            Month when number is >= 1 and <= 12 => new(inYear, number, 1),
            Quarter when number is >= 1 and <= 4 => new(inYear, (number * 3) - 2, 1),
            _ => null,
        };
    }
}
