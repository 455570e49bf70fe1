using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Peers;

/// <summary>The comparison as one table.</summary>
internal static class ComparisonCsv
{
    internal static readonly Layout Layout = new(
        "vergelijking",
        "Eigen cijfers naast die van een groep",
        [
            new("maand", "jaar en maand waarin de vragen binnenkwamen"),
            new("groep", "vaste naam van de groep"),
            new("cijfer", "vaste naam van het cijfer"),
            new("titel", "hoe het cijfer heet"),
            new("eenheid", FiguresCsv.Units),
            new("eigen", "van de eigen gemeente; leeg als er niets te tellen is", "zie eenheid"),
            new("gemiddelde", "van de gemeenten in de groep die het cijfer delen, afgerond; leeg als dat niet te zien is", "zie eenheid"),
            new("gemeenten", "minstens zoveel gemeenten zitten in het gemiddelde", "aantal, per vijf"),
            new("streefwaarde", "waar de blauwdruk naar streeft", "zie eenheid"),
            new("waarom_niet", "waarom er geen gemiddelde is"),
        ]
    );

    internal static FileContentHttpResult File(PeerComparison comparison, Csv form) =>
        Layout.File(
            $"vergelijking-{comparison.Municipality}-{comparison.Month}-{comparison.Group}",
            form,
            comparison.Figures.Select(figure => Row(comparison, figure)),
            comparison.Figures.Select(figure => (figure.Title, figure.Text))
        );

    private static object?[] Row(PeerComparison of, ComparedFigure figure) =>
        [of.Month, of.Group, figure.Id, figure.Title, figure.Unit, figure.Own, figure.Peers, figure.AtLeast, figure.Target, figure.WhyNot];
}
