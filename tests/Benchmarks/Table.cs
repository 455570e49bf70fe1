using System.Globalization;

namespace WebcareHub.Benchmarks;

/// <summary>One printed table: a title, column heads and rows of text, numbers to the right.</summary>
internal sealed class Table(string title, params string[] heads)
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];
    private Table? _then;

    internal Table Row(params object[] cells)
    {
        _rows.Add([.. cells.Select(Text)]);
        return this;
    }

    internal Table Note(string note)
    {
        _notes.Add(note);
        return this;
    }

    /// <summary>Another table, printed behind this one.</summary>
    internal Table Then(Table then)
    {
        _then = then;
        return this;
    }

    internal void Print()
    {
        int[] widths = [.. heads.Select((head, at) => _rows.Select(row => row[at].Length).Append(head.Length).Max())];
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine(Line(heads, widths));
        Console.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        _rows.ForEach(row => Console.WriteLine(Line(row, widths)));
        _notes.ForEach(Console.WriteLine);
        _then?.Print();
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, at) => at == 0 ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at]))).TrimEnd();

    private static string Text(object cell) =>
        cell switch
        {
            double number when Math.Abs(number) < 10 => number.ToString("0.00", CultureInfo.InvariantCulture),
            double number => number.ToString("#,##0", CultureInfo.InvariantCulture),
            int or long => string.Format(CultureInfo.InvariantCulture, "{0:#,##0}", cell),
            _ => cell.ToString() ?? "",
        };
}
