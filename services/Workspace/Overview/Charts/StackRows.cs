namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>Bars of parts that stand behind one another, on one axis from zero.</summary>
internal sealed record StackRows(IReadOnlyList<StackRows.Row> Rows, double Height)
{
    internal const double Thickness = 16;
    private const double Line = 20;
    private const double Room = 12;

    internal sealed record Row(StackedBar Of, double Text, double Top, IReadOnlyList<Part> Parts);

    /// <param name="From">In hundredths of the drawing, as is the width.</param>
    internal sealed record Part(int Number, double From, double Width);

    internal static StackRows Lay(IReadOnlyList<StackedBar> bars)
    {
        var end = bars.Select(bar => bar.Parts.Sum()).DefaultIfEmpty(0).Max();
        const double Step = Line + Thickness + Room;
        var rows = bars.Select((bar, place) => new Row(bar, (place * Step) + 15, (place * Step) + Line, PartsOf(bar, end)));
        return new StackRows([.. rows], Math.Max(1, bars.Count) * Step);
    }

    private static List<Part> PartsOf(StackedBar bar, double end)
    {
        var (parts, from) = (new List<Part>(), 0.0);
        foreach (var (number, value) in bar.Parts.Index())
        {
            var width = end <= 0 ? 0 : value / end * 100;
            parts.Add(new Part(number, from, width));
            from += width;
        }

        return parts;
    }
}
