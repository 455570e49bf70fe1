using System.Globalization;
using System.Text;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.EnvironmentAnalyses.Writing;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary><c>GET …/versions/{number}</c>: a frozen version; as text with .txt, as a PDF with .pdf behind the number.</summary>
internal static class ShowVersion
{
    internal static async Task<IResult> Get([AsParameters] Asked asked, CancellationToken ct)
    {
        var (name, ending) = asked.Version.Split('.', 2) is [var front, var back] ? (front, back) : (asked.Version, "");
        if (
            !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await asked.Admission.ToAsync(asked.Crisis, asked.Caller, ct) is not { } admitted
        )
            return TypedResults.NotFound();
        await using var bounded = await asked.Database.OpenAsync([.. admitted.Tenants], ct);
        if (await VersionRows.FindAsync(bounded.Connection, asked.Crisis, number, ct) is not { } version)
            return TypedResults.NotFound();
        var file = $"omgevingsanalyse-{number}.{ending}";
        return ending switch
        {
            "" => TypedResults.Ok(version),
            "txt" => TypedResults.File(Encoding.UTF8.GetBytes(version.Text), "text/plain; charset=utf-8", file),
            "pdf" => TypedResults.File(Pdf.Of(LinesOf(version)), "application/pdf", file),
            _ => TypedResults.NotFound(),
        };
    }

    internal static IReadOnlyList<Line> LinesOf(EnvironmentVersion version) =>
        Lines.Of(version.Picture, version.Advice, Head(version.Number, version.By, version.Municipality, version.At));

    internal static string Head(int number, string by, string municipality, DateTimeOffset at) =>
        $"Versie {number}, vastgesteld {Dutch.Moment(at)} door {by} ({municipality}).";

    /// <summary>Of the route and the caller.</summary>
    internal sealed record Asked(Guid Crisis, string Version, Caller Caller, Admission Admission, Database Database);
}
