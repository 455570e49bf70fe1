using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>A frozen environment analysis as a line of a report.</summary>
internal static class AnalysisInWords
{
    internal static CrisisLogLine Of(EnvironmentAnalysisFrozen e, Layers layers)
    {
        var next = e.NextDue is { } due ? $" De volgende komt om {Sentences.Moment(due, e.At)}." : "";
        return new Who(e.At, e.By, e.Municipality).Line(
            "analysisFrozen",
            $"stelde versie {e.Number} van de omgevingsanalyse vast.{next}",
            null,
            layers
        );
    }
}
