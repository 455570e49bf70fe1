using System.Globalization;
using System.Text;

namespace WebcareHub.ServiceDefaults.Tables;

/// <summary>Writes tables as CSV, in one of two forms. What a cell holds cannot run as a formula in a spreadsheet.</summary>
public sealed class Csv
{
    private readonly char _between;
    private readonly CultureInfo _numbers;
    private readonly bool _mark;

    private Csv(char between, CultureInfo numbers, bool mark) => (_between, _numbers, _mark) = (between, numbers, mark);

    /// <summary>As spreadsheets here read it: UTF-8 with its mark, semicolons, decimal commas.</summary>
    public static Csv Dutch { get; } = new(';', CultureInfo.GetCultureInfo("nl-NL"), true);

    /// <summary>As programs read it (RFC 4180): UTF-8 without a mark, commas, decimal points.</summary>
    public static Csv Plain { get; } = new(',', CultureInfo.InvariantCulture, false);

    /// <summary>The form by its name in an address, <c>nl</c> (also without a name) or <c>iso</c>; null when there is none of that name.</summary>
    public static Csv? Named(string? form) =>
        form switch
        {
            null or "" or "nl" => Dutch,
            "iso" => Plain,
            _ => null,
        };

    /// <summary>Rows of cells as a file: texts, numbers, days (yyyy-MM-dd), moments (UTC) or nothing.</summary>
    public byte[] Write(IEnumerable<IEnumerable<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(_between, row.Select(Cell)).Append("\r\n");
        }

        return [.. _mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>One cell. A number is a number, also below zero; a text that a spreadsheet would run gets an apostrophe before it.</summary>
    public string Cell(object? value) =>
        value switch
        {
            double number => number.ToString("0.##", _numbers),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => Words(value?.ToString() ?? ""),
        };

    private string Words(string words)
    {
        var cell = words.ReplaceLineEndings(" ");
        cell = cell is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + cell : cell;
        return cell.AsSpan().IndexOfAny(_between, '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
