using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Figures as one table, as spreadsheets here read it: UTF-8 with its mark, semicolons, decimal commas. What the columns mean stands last.</summary>
internal static class FiguresCsv
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly (string Column, string Means)[] Dictionary =
    [
        ("cijfer", "vaste naam van het cijfer"),
        ("titel", "hoe het cijfer heet"),
        ("eenheid", "minutes: minuten; percent: van de honderd; score: van 1 tot 10; count: aantal"),
        ("soort", "totaal, kanaal, dagdeel, week (de maandag), verdeling (vanaf) of uitleg"),
        ("deel", "welk kanaal, dagdeel, welke week of vanaf welke waarde; leeg bij het totaal"),
        ("waarde", "het cijfer; bij een duur de middelste; leeg als er niets te tellen is of als het er te weinig zijn"),
        ("negentig", "bij een duur: negen van de tien duren niet langer"),
        ("vragen", "uit hoeveel vragen het cijfer is berekend"),
    ];

    internal static FileContentHttpResult File(FigureReport report) =>
        TypedResults.File(
            Write(report),
            "text/csv; charset=utf-8",
            $"cijfers-{report.Scope}-{report.From:yyyy-MM-dd}-{report.Until:yyyy-MM-dd}.csv"
        );

    private static byte[] Write(FigureReport report)
    {
        var text = new StringBuilder().AppendJoin(';', Dictionary.Select(word => word.Column)).Append("\r\n");
        foreach (var row in report.Figures.SelectMany(Rows).Concat(Meanings(report)))
        {
            text.AppendJoin(';', row).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string[]> Rows(Figure figure)
    {
        string[] Row(string kind, string part, double? value, double? ninety, int questions) =>
            [figure.Id, Text(figure.Title), figure.Unit, kind, part, Number(value), Number(ninety), questions.ToString(Dutch)];
        yield return Row("totaal", "", figure.Value, figure.Ninety, figure.Questions);
        foreach (var (kind, parts) in new[] { ("kanaal", figure.Channels), ("dagdeel", figure.PartsOfDay), ("week", figure.Weeks) })
        {
            foreach (var part in parts)
            {
                yield return Row(kind, part.Key, part.Value, part.Ninety, part.Questions);
            }
        }

        foreach (var bucket in figure.Distribution)
        {
            yield return Row("verdeling", Number(bucket.From), null, null, bucket.Questions);
        }
    }

    private static IEnumerable<string[]> Meanings(FigureReport report) =>
        Dictionary
            .Select(word => $"{word.Column}: {word.Means}")
            .Concat(report.Figures.Select(figure => $"{figure.Title}: {figure.Text}"))
            .Select(sentence => new[] { "uitleg", Text(sentence), "", "uitleg", "", "", "", "" });

    private static string Number(double? value) => value?.ToString("0.##", Dutch) ?? "";

    /// <summary>A cell of words. A spreadsheet would run what begins as a formula.</summary>
    private static string Text(string words)
    {
        var cell = words.ReplaceLineEndings(" ");
        cell = cell is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + cell : cell;
        return cell.AsSpan().IndexOfAny(';', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
    }
}
