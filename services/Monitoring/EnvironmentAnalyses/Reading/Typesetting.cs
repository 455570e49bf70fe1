using System.Text;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>Sets lines on pages of A4, in points.</summary>
internal static class Typesetting
{
    internal const double Width = 595;
    internal const double Height = 842;
    private const double Margin = 50;

    // Helvetica, thousandths of the size, from the space on (Adobe's metrics); letters with a mark are as wide as without.
    private static readonly int[] Widths =
    [
        .. (int[])[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
        .. Enumerable.Repeat(556, 10),
        .. (int[])[278, 278, 584, 584, 584, 556, 1015],
        .. (int[])[667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667],
        .. (int[])[667, 611, 278, 278, 278, 469, 556, 333],
        .. (int[])[556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500],
        .. (int[])[500, 500, 334, 260, 334, 584],
    ];

    /// <summary>A piece of text at its place, from the lower left.</summary>
    internal readonly record struct Placed(double X, double Y, double Size, bool Bold, string Text);

    internal static IReadOnlyList<IReadOnlyList<Placed>> Pages(IReadOnlyList<Line> lines)
    {
        var pages = new List<List<Placed>> { new() };
        var y = Height - Margin;
        foreach (var line in lines)
        {
            var (size, bold, before, indent) = Style(line.Kind);
            y -= before;
            foreach (
                var (row, at) in Rows(line.Text, size, bold, Width - (2 * Margin) - indent).Index().Select(each => (each.Item, each.Index))
            )
            {
                y -= size * 1.35;
                if (y < Margin)
                {
                    pages.Add([]);
                    y = Height - Margin - (size * 1.35);
                }
                if (line.Kind == LineKind.Point && at == 0)
                    pages[^1].Add(new(Margin, y, size, false, "-"));
                pages[^1].Add(new(Margin + indent, y, size, bold, row));
            }
        }
        return pages;
    }

    private static (double Size, bool Bold, double Before, double Indent) Style(LineKind kind) =>
        kind switch
        {
            LineKind.Title => (15, true, 0, 0),
            LineKind.Heading => (11, true, 7, 0),
            LineKind.Point => (9.5, false, 1, 10),
            _ => (9.5, false, 1, 0),
        };

    private static IEnumerable<string> Rows(string text, double size, bool bold, double width)
    {
        var row = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, size, bold, width)))
        {
            if (row.Length > 0 && WidthOf($"{row} {word}", size, bold) > width)
            {
                yield return row.ToString();
                row.Clear();
            }
            row.Append(row.Length > 0 ? " " : "").Append(word);
        }
        if (row.Length > 0)
            yield return row.ToString();
    }

    // A word longer than a row, as an address on the web can be.
    private static IEnumerable<string> Pieces(string word, double size, bool bold, double width)
    {
        while (word.Length > 1 && WidthOf(word, size, bold) > width)
        {
            var fits = Enumerable.Range(1, word.Length - 1).Last(length => length == 1 || WidthOf(word[..length], size, bold) <= width);
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    private static double WidthOf(string text, double size, bool bold) => text.Sum(WidthOf) * size / 1000 * (bold ? 1.08 : 1);

    private static int WidthOf(char letter)
    {
        var plain = letter < 128 ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return plain is >= ' ' and <= '~' ? Widths[plain - ' '] : 556;
    }
}
