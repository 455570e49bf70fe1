using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Dutch holidays, computed.</summary>
internal static class Holidays
{
    private static readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string[]>> Years = new();

    /// <summary>All names, in the order of the year.</summary>
    public static readonly string[] Names =
    [
        "nieuwjaarsdag",
        "goede-vrijdag",
        "eerste-paasdag",
        "tweede-paasdag",
        "koningsdag",
        "bevrijdingsdag",
        "bevrijdingsdag-lustrum",
        "hemelvaartsdag",
        "eerste-pinksterdag",
        "tweede-pinksterdag",
        "eerste-kerstdag",
        "tweede-kerstdag",
    ];

    /// <summary>Closed on these when opening hours do not say: everything but Good Friday and the liberation days between two lustra.</summary>
    public static readonly string[] Usual = [.. Names.Except(["goede-vrijdag", "bevrijdingsdag"])];

    /// <summary>The names a date has; usually none.</summary>
    public static string[] On(DateOnly date) => Years.GetOrAdd(date.Year, InYear).GetValueOrDefault(date) ?? [];

    private static FrozenDictionary<DateOnly, string[]> InYear(int year) =>
        Named(year).GroupBy(day => day.Date, day => day.Name).ToFrozenDictionary(day => day.Key, day => day.ToArray());

    private static IEnumerable<(DateOnly Date, string Name)> Named(int year)
    {
        var easter = Easter(year);
        var king = new DateOnly(year, 4, 27);
        yield return (new DateOnly(year, 1, 1), "nieuwjaarsdag");
        yield return (easter.AddDays(-2), "goede-vrijdag");
        yield return (easter, "eerste-paasdag");
        yield return (easter.AddDays(1), "tweede-paasdag");
        yield return (king.DayOfWeek == DayOfWeek.Sunday ? king.AddDays(-1) : king, "koningsdag");
        yield return (new DateOnly(year, 5, 5), "bevrijdingsdag");
        if (year % 5 == 0)
        {
            yield return (new DateOnly(year, 5, 5), "bevrijdingsdag-lustrum");
        }
        yield return (easter.AddDays(39), "hemelvaartsdag");
        yield return (easter.AddDays(49), "eerste-pinksterdag");
        yield return (easter.AddDays(50), "tweede-pinksterdag");
        yield return (new DateOnly(year, 12, 25), "eerste-kerstdag");
        yield return (new DateOnly(year, 12, 26), "tweede-kerstdag");
    }

    /// <summary>Easter Sunday in the Gregorian calendar (Meeus/Jones/Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
