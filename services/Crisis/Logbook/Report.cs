using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>Everything that happened in a crisis, oldest first, in sentences. Pure.</summary>
internal static class Report
{
    /// <param name="streams">The events of each stream, in order.</param>
    internal static IReadOnlyList<CrisisLogLine> Of(IEnumerable<IReadOnlyList<object>> streams, Layers layers) =>
        [.. streams.SelectMany(history => Lines(history, layers)).OrderBy(line => line.At)];

    private static IEnumerable<CrisisLogLine> Lines(IReadOnlyList<object> history, Layers layers) =>
        (history is [var first, ..] ? first : null) switch
        {
            CoreMessageIssued => MessagesInWords.Of(history, layers),
            RumourRegistered => RumoursInWords.Of(history, layers),
            AnswerToManyApproved => AnswersInWords.Of(history, layers),
            WaveStarted => WavesInWords.Of(history, layers),
            EnvironmentAnalysisFrozen => history.OfType<EnvironmentAnalysisFrozen>().Select(frozen => AnalysisInWords.Of(frozen, layers)),
            _ => history.Select(happened => LogInWords.Of(happened, layers)).OfType<CrisisLogLine>(),
        };
}
