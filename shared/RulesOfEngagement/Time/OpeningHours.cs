using System.Collections.Concurrent;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Weekly opening blocks with holidays and exceptions, in Europe/Amsterdam time. Immutable; the outline of a year is kept once made.</summary>
public sealed class OpeningHours
{
    private const int YearsAhead = 2;

    private readonly IReadOnlyList<Week> _weeks;
    private readonly HashSet<string> _holidays;
    private readonly IReadOnlyList<DayException> _exceptions;
    private readonly ConcurrentDictionary<int, Year> _years = new();

    internal OpeningHours(
        string id,
        string title,
        IReadOnlyList<Week> weeks,
        IReadOnlyList<string> holidays,
        IReadOnlyList<DayException> exceptions
    )
    {
        Id = id;
        Title = title;
        _weeks = [.. weeks.OrderBy(week => week.From)];
        _holidays = [.. holidays];
        _exceptions = exceptions;
    }

    public string Id { get; }
    public string Title { get; }

    /// <summary>Whether it is open at this moment.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var blocks = YearOf(at).Blocks;
        var i = After(blocks, at.UtcTicks);
        return i < blocks.Length && blocks[i].Opens <= at.UtcTicks;
    }

    /// <summary>The holiday on which it is closed at this moment, or null.</summary>
    public string? HolidayAt(DateTimeOffset at)
    {
        foreach (var (from, to, name) in YearOf(at).Holidays)
        {
            if (from <= at.UtcTicks && at.UtcTicks < to)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>The moment (UTC) by which <paramref name="time"/> has been spent open; null when it does not open within two years.</summary>
    public DateTimeOffset? Due(DateTimeOffset from, ResponseTime time) =>
        time.Days > 0 ? EndOfOpenDay(from, time.Days) : Spent(from, time.Time);

    /// <summary>The next moment (UTC) it opens, or <paramref name="from"/> when it is open; null when it does not open within two years.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset from) =>
        BlocksFrom(from).Select(block => (DateTimeOffset?)Utc(Math.Max(block.Opens, from.UtcTicks))).FirstOrDefault();

    /// <summary>How long it is open between two moments; nothing when the second is not later.</summary>
    public TimeSpan OpenBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var (ticks, last) = (0L, from.UtcTicks);
        for (var year = from.UtcDateTime.Year; year <= until.UtcDateTime.Year && last < until.UtcTicks; year++)
        {
            var blocks = OutlineOf(year).Blocks;
            for (var i = After(blocks, last); i < blocks.Length && blocks[i].Opens < until.UtcTicks; i++)
            {
                var closes = Math.Min(blocks[i].Closes, until.UtcTicks);
                ticks += closes - Math.Max(blocks[i].Opens, last);
                last = closes;
            }
        }
        return TimeSpan.FromTicks(ticks);
    }

    /// <summary>The opening blocks of a date, local times.</summary>
    public IReadOnlyList<(TimeSpan Opens, TimeSpan Closes)> On(DateOnly date)
    {
        foreach (var exception in _exceptions)
        {
            if (exception.From <= date && date <= exception.Until)
            {
                return exception.Blocks;
            }
        }
        return Holidays.On(date).Any(_holidays.Contains) ? []
            : _weeks.LastOrDefault(week => week.From <= date) is { } week ? week.Days[(int)date.DayOfWeek]
            : [];
    }

    private DateTimeOffset? Spent(DateTimeOffset from, TimeSpan time)
    {
        var left = time.Ticks;
        var blocks = YearOf(from).Blocks;
        var first = After(blocks, from.UtcTicks);
        if (first < blocks.Length && Math.Max(blocks[first].Opens, from.UtcTicks) + left <= blocks[first].Closes)
        {
            return Utc(Math.Max(blocks[first].Opens, from.UtcTicks) + left);
        }
        foreach (var (opens, closes, _) in BlocksFrom(from))
        {
            var start = Math.Max(opens, from.UtcTicks);
            if (start + left <= closes)
            {
                return Utc(start + left);
            }
            left -= closes - start;
        }
        return null;
    }

    private DateTimeOffset? EndOfOpenDay(DateTimeOffset from, int days)
    {
        var (counted, day, end) = (0, Amsterdam.DateOf(from), 0L);
        foreach (var block in BlocksFrom(from))
        {
            if (block.Day > day)
            {
                if (counted == days)
                {
                    return Utc(end);
                }
                (counted, day) = (counted + 1, block.Day);
            }
            end = block.Closes;
        }
        return null;
    }

    private IEnumerable<Block> BlocksFrom(DateTimeOffset from)
    {
        var year = from.UtcDateTime.Year;
        var last = long.MinValue;
        for (var y = year; y <= year + YearsAhead; y++)
        {
            var blocks = OutlineOf(y).Blocks;
            for (var i = After(blocks, Math.Max(from.UtcTicks, last)); i < blocks.Length; i++)
            {
                last = blocks[i].Closes;
                yield return blocks[i];
            }
        }
    }

    private Year YearOf(DateTimeOffset at) => OutlineOf(at.UtcDateTime.Year);

    private Year OutlineOf(int year) => _years.GetOrAdd(year, static (year, hours) => hours.Outline(year), this);

    /// <summary>Index of the first block that closes after this moment.</summary>
    private static int After(Block[] blocks, long ticks)
    {
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].Closes <= ticks ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>A UTC year, with the last local day before it and the first after it, so that its ends are covered.</summary>
    private Year Outline(int year)
    {
        var blocks = new List<Block>(600);
        var holidays = new List<(long, long, string)>();
        for (
            var date = new DateOnly(year, 1, 1).AddDays(-1);
            date.DayNumber <= new DateOnly(year, 12, 31).DayNumber + 1;
            date = date.AddDays(1)
        )
        {
            blocks.AddRange(
                On(date).Select(block => new Block(Amsterdam.Opens(date, block.Opens), Amsterdam.Closes(date, block.Closes), date))
            );
            if (Holidays.On(date).FirstOrDefault(_holidays.Contains) is { } name)
            {
                holidays.Add((Amsterdam.Opens(date, TimeSpan.Zero), Amsterdam.Opens(date.AddDays(1), TimeSpan.Zero), name));
            }
        }
        return new Year([.. blocks.Where(block => block.Opens < block.Closes)], [.. holidays]);
    }

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>A weekly pattern, by <see cref="DayOfWeek"/>, in force from a date.</summary>
    internal sealed record Week(DateOnly From, IReadOnlyList<(TimeSpan Opens, TimeSpan Closes)>[] Days);

    /// <summary>Other times on some dates; no blocks is closed.</summary>
    internal sealed record DayException(
        DateOnly From,
        DateOnly Until,
        IReadOnlyList<(TimeSpan Opens, TimeSpan Closes)> Blocks,
        string? Reason
    );

    private sealed record Year(Block[] Blocks, (long From, long To, string Name)[] Holidays);

    private readonly record struct Block(long Opens, long Closes, DateOnly Day);
}
