using System.Globalization;
using System.Text;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Crisis.Logbook;

/// <summary>The log as a table for a spreadsheet: UTF-8 with its mark, semicolons. What the columns mean stands in the last rows. Pure.</summary>
internal static class LogTable
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly (string Column, string Means)[] Columns =
    [
        ("tijd", "wanneer het gebeurde, Nederlandse tijd"),
        ("soort", "naam van de gebeurtenis in de gegevens van de hub"),
        ("wat", "wat er gebeurde"),
        ("reden", "de reden die erbij is opgegeven; leeg als er geen is"),
        ("wie", "wie het deed; leeg als de hub het zelf deed"),
        ("gemeente", "waar die collega werkt"),
    ];

    internal static byte[] Of(CrisisLog log)
    {
        var text = new StringBuilder().AppendJoin(';', Columns.Select(column => column.Column)).Append("\r\n");
        foreach (var line in log.Lines)
            text.AppendJoin(';', new[] { Moment(line.At), line.Kind, line.Sentence, line.Why, line.By, line.Municipality }.Select(Cell))
                .Append("\r\n");
        text.Append("\r\n");
        foreach (var (column, means) in Columns)
            text.AppendJoin(';', new[] { column, means }.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Amsterdam).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A spreadsheet would run what begins as a formula.</summary>
    private static string Cell(string? words)
    {
        var cell = (words ?? "").ReplaceLineEndings(" ");
        cell = cell is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + cell : cell;
        return cell.AsSpan().IndexOfAny(';', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
