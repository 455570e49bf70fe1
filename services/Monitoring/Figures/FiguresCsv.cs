using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Figures as one table.</summary>
internal static class FiguresCsv
{
    internal static readonly Layout Layout = new(
        "cijfers",
        "Cijfers over een periode",
        [
            new("cijfer", "vaste naam van het cijfer"),
            new("titel", "hoe het cijfer heet"),
            new("eenheid", Units),
            new("soort", "totaal, kanaal, dagdeel, week (de maandag) of verdeling (vanaf)"),
            new("deel", "welk kanaal, dagdeel, welke week of vanaf welke waarde; leeg bij het totaal"),
            new(
                "waarde",
                "het cijfer; bij een duur de middelste; leeg als er niets te tellen is of als het er te weinig zijn",
                "zie eenheid"
            ),
            new("negentig", "bij een duur: negen van de tien duren niet langer", "zie eenheid"),
            new("vragen", "uit hoeveel vragen het cijfer is berekend", "aantal"),
        ]
    );

    internal const string Units = "minutes: minuten; percent: van de honderd; score: van 1 tot 10; count: aantal";

    internal static FileContentHttpResult File(FigureReport report, Csv form) =>
        Layout.File(
            $"cijfers-{report.Scope}-{report.From:yyyy-MM-dd}-{report.Until:yyyy-MM-dd}",
            form,
            report.Figures.SelectMany(Rows),
            report.Figures.Select(figure => (figure.Title, figure.Text))
        );

    private static IEnumerable<object?[]> Rows(Figure figure)
    {
        object?[] Row(string kind, object? part, double? value, double? ninety, int questions) =>
            [figure.Id, figure.Title, figure.Unit, kind, part, value, ninety, questions];
        yield return Row("totaal", null, figure.Value, figure.Ninety, figure.Questions);
        foreach (var (kind, parts) in new[] { ("kanaal", figure.Channels), ("dagdeel", figure.PartsOfDay), ("week", figure.Weeks) })
        {
            foreach (var part in parts)
            {
                yield return Row(kind, part.Key, part.Value, part.Ninety, part.Questions);
            }
        }

        foreach (var bucket in figure.Distribution)
        {
            yield return Row("verdeling", bucket.From, null, null, bucket.Questions);
        }
    }
}
