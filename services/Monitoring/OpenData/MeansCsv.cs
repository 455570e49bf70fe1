using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.OpenData;

/// <summary>Open data as a table.</summary>
internal static class MeansCsv
{
    internal static readonly Layout Layout = new(
        "open-data",
        "Gemiddelden van groepen gemeenten",
        [
            new("maand", "jaar en maand waarin de vragen binnenkwamen"),
            new("groep", "vaste naam van de groep: nl, een provincie of een regio"),
            new("groepsnaam", "hoe de groep heet"),
            new("cijfer", "vaste naam van het cijfer"),
            new("titel", "hoe het cijfer heet"),
            new("eenheid", FiguresCsv.Units),
            new("gemiddelde", "van de gemeenten in de groep die het cijfer delen, afgerond", "zie eenheid"),
            new("gemeenten", "minstens zoveel gemeenten zitten in het gemiddelde", "aantal, per vijf"),
            new("licentie", "wat ermee mag; CC0-1.0: alles, zonder voorwaarden"),
        ]
    );

    internal static FileContentHttpResult File(OpenDataMonth month, Csv form) =>
        Layout.File(
            $"webcare-open-data-{month.Month}",
            form,
            month.Means.Select(mean =>
                new object?[]
                {
                    month.Month,
                    mean.Group,
                    mean.GroupTitle,
                    mean.Figure,
                    mean.Title,
                    mean.Unit,
                    mean.Value,
                    mean.AtLeast,
                    month.Licence,
                }
            )
        );
}
