namespace WebcareHub.Blueprint.Joining;

/// <summary>Opening hours as people write them; days in a row with the same hours stand together.</summary>
internal static class HoursInWords
{
    private static readonly string[] Names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    /// <summary>One text: <c>van maandag tot en met donderdag van 9.00 tot 17.00 uur, op vrijdag van 9.00 tot 12.00 uur</c>.</summary>
    /// <param name="blocks">Of a day, Monday 0: <c>09:00-12:30</c>.</param>
    internal static string Of(Func<int, IReadOnlyList<string>> blocks) =>
        string.Join(", ", Groups(blocks).Select(group => $"{Days(group.First, group.Last)} {Times(group.Blocks)}"));

    /// <summary>One line per group of days: <c>maandag tot en met donderdag: 9.00 tot 17.00 uur</c>.</summary>
    internal static IReadOnlyList<string> Lines(Func<int, IReadOnlyList<string>> blocks) =>
        [.. Groups(blocks).Select(group => $"{Span(group.First, group.Last)}: {Times(group.Blocks)}")];

    private static IEnumerable<(int First, int Last, IReadOnlyList<string> Blocks)> Groups(Func<int, IReadOnlyList<string>> blocks)
    {
        for (var day = 0; day < 7; )
        {
            var (first, open) = (day, blocks(day));
            while (++day < 7 && blocks(day).SequenceEqual(open)) { }
            if (open.Count > 0)
            {
                yield return (first, day - 1, open);
            }
        }
    }

    private static string Days(int first, int last) => first == last ? $"op {Names[first]}" : $"van {Span(first, last)}";

    private static string Span(int first, int last) =>
        first == last ? Names[first]
        : last == first + 1 ? $"{Names[first]} en {Names[last]}"
        : $"{Names[first]} tot en met {Names[last]}";

    private static string Times(IReadOnlyList<string> blocks) => string.Join(" en ", blocks.Select(Time));

    private static string Time(string block) =>
        block.Split('-') is [var opens, var closes] ? $"van {Clock(opens)} tot {Clock(closes)} uur" : block;

    private static string Clock(string time)
    {
        var plain = time.Trim().TrimStart('0').Replace(':', '.');
        return plain.StartsWith('.') ? $"0{plain}" : plain;
    }
}
