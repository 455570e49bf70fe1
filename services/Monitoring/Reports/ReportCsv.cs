using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Reports;

/// <summary>A report as one table.</summary>
internal static class ReportCsv
{
    internal static readonly Layout Layout = new(
        "rapport",
        "Rapport van een week, maand of kwartaal",
        [
            new("periode", "2026-W47 (week), 2026-11 (maand) of 2026-Q4 (kwartaal)"),
            new(
                "soort",
                "cijfer, kanaal, dagdeel, week (de maandag), onderwerp, zonder_antwoord (onderwerp zonder standaardantwoord) of kosten"
            ),
            new("deel", "vaste naam van het cijfer, het kanaal, het dagdeel, de week, het onderwerp of het bedrag"),
            new("titel", "hoe het heet"),
            new("eenheid", $"{FiguresCsv.Units}; euro"),
            new("waarde", "het cijfer, het aantal vragen of het bedrag; leeg als er te weinig te tellen is", "zie eenheid"),
            new("vorige", "hetzelfde cijfer in de periode ervoor", "zie eenheid"),
            new("streefwaarde", "waar de blauwdruk naar streeft", "zie eenheid"),
            new("vragen", "uit hoeveel vragen het cijfer is berekend", "aantal"),
        ]
    );

    internal static FileContentHttpResult File(PeriodReport report, Csv form) =>
        Layout.File(
            $"rapport-{report.Scope}-{report.Period}",
            form,
            Rows(report),
            report.Figures.Select(figure => (figure.Title, figure.Text))
        );

    internal static IEnumerable<object?[]> Rows(PeriodReport report)
    {
        object?[] Count(string kind, string part, string? title, double? value) =>
            [report.Period, kind, part, title, FigureUnits.Count, value, null, null, null];
        object?[] Amount(string part, string title, string unit, double value) =>
            [report.Period, "kosten", part, title, unit, value, null, null, null];
        return
        [
            .. report.Figures.Select(one =>
                new object?[] { report.Period, "cijfer", one.Id, one.Title, one.Unit, one.Value, one.Before, one.Target, one.Questions }
            ),
            .. report.Channels.Select(part => Count("kanaal", part.Key, null, part.Value)),
            .. report.PartsOfDay.Select(part => Count("dagdeel", part.Key, null, part.Value)),
            .. report.Weeks.Select(part => Count("week", part.Key, null, part.Value)),
            .. report.Topics.Select(topic => Count("onderwerp", topic.Topic!, topic.Title, topic.Questions)),
            .. report.WithoutAnswer.Select(topic => Count("zonder_antwoord", topic.Topic!, topic.Title, topic.Questions)),
            .. report.Cost is { } cost
                ? new[]
                {
                    Amount("contacten", "Antwoorden van collega's", FigureUnits.Count, cost.Contacts),
                    Amount("bedrag", "Kosten", "euro", cost.Total),
                    Amount("vermijdbaar", "Contacten die niet nodig waren", FigureUnits.Count, cost.Avoidable),
                }
                : [],
        ];
    }
}
