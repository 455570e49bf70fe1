using System.Globalization;
using System.Text;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>
/// Writes lines as a PDF (ISO 32000-1) in the fonts every reader has. The text in it is plain, so that it can be searched and read aloud.
/// </summary>
internal static class Pdf
{
    private static readonly Encoding Letters = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private const int FirstPage = 6;

    internal static byte[] Of(IReadOnlyList<Line> lines)
    {
        var pages = Typesetting.Pages(lines);
        var kids = string.Join(' ', pages.Select((_, at) => $"{FirstPage + (2 * at)} 0 R"));
        List<byte[]> objects =
        [
            Bytes("<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) /ViewerPreferences << /DisplayDocTitle true >> >>"),
            Bytes($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>"),
            Bytes("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
            Bytes("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"),
            Bytes($"<< /Title ({Escaped(lines[0].Text)}) /Producer (WebcareHub) >>"),
        ];
        foreach (var (page, at) in pages.Select((page, at) => (page, at)))
        {
            objects.Add(
                Bytes(
                    $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Typesetting.Width} {Typesetting.Height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {FirstPage + (2 * at) + 1} 0 R >>"
                )
            );
            var content = Bytes(string.Concat(page.Select(Drawn)));
            objects.Add([.. Bytes($"<< /Length {content.Length} >>\nstream\n"), .. content, .. Bytes("\nendstream")]);
        }
        return Assembled(objects);
    }

    private static string Drawn(Typesetting.Placed piece) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BT /{(piece.Bold ? "F2" : "F1")} {piece.Size} Tf {piece.X:0.##} {piece.Y:0.##} Td ({Escaped(piece.Text)}) Tj ET\n"
        );

    private static byte[] Assembled(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write(Bytes("%PDF-1.4\n"));
        var places = new List<long>();
        foreach (var (body, at) in objects.Select((body, at) => (body, at)))
        {
            places.Add(file.Position);
            file.Write([.. Bytes($"{at + 1} 0 obj\n"), .. body, .. Bytes("\nendobj\n")]);
        }
        var table = file.Position;
        file.Write(Bytes($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
            file.Write(Bytes($"{place:0000000000} 00000 n \n"));
        file.Write(Bytes($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("(", @"\(", StringComparison.Ordinal)
            .Replace(")", @"\)", StringComparison.Ordinal);

    private static byte[] Bytes(string text) => Letters.GetBytes(text);
}
