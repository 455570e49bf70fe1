using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Crisis.Logbook;

/// <summary>The log as a table for a spreadsheet. Pure.</summary>
internal static class LogTable
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly Layout Layout = new(
        "crisislog",
        "Verslag van een crisis",
        [
            new("tijd", "wanneer het gebeurde, Nederlandse tijd"),
            new("soort", "naam van de gebeurtenis in de gegevens van de hub"),
            new("wat", "wat er gebeurde"),
            new("reden", "de reden die erbij is opgegeven; leeg als er geen is"),
            new("wie", "wie het deed; leeg als de hub het zelf deed"),
            new("gemeente", "waar die collega werkt"),
        ]
    );

    internal static byte[] Of(CrisisLog log) =>
        Layout.Write(
            Csv.Dutch,
            log.Lines.Select(line => new[] { Moment(line.At), line.Kind, line.Sentence, line.Why, line.By, line.Municipality })
        );

    private static string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Amsterdam).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
