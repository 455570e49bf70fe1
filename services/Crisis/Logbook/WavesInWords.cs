using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>What happened to the waves of an exercise, as lines of a report.</summary>
internal static class WavesInWords
{
    /// <param name="history">Of all waves, in order.</param>
    internal static IEnumerable<CrisisLogLine> Of(IReadOnlyList<object> history, Layers layers)
    {
        var titles = history.OfType<WaveStarted>().ToDictionary(wave => wave.WaveId, wave => wave.Title);
        return history.Select(happened => Line(happened, wave => titles.GetValueOrDefault(wave, ""), layers)).OfType<CrisisLogLine>();
    }

    private static CrisisLogLine? Line(object happened, Func<Guid, string> title, Layers layers) =>
        happened switch
        {
            WaveStarted e => new Who(e.At, e.By, e.Municipality).Line("waveStarted", Started(e), null, layers),
            WaveHeld { By: { } by } e => new Who(e.At, by, e.Municipality!).Line(
                "waveHeld",
                $"zette de golf '{title(e.WaveId)}' stil na {Messages(e.Sent)}.",
                null,
                layers
            ),
            WaveHeld e => Who.Hub(e.At, "waveHeld", $"De golf '{title(e.WaveId)}' stopte na {Messages(e.Sent)}."),
            WaveResumed e => new Who(e.At, e.By, e.Municipality).Line(
                "waveResumed",
                $"liet de golf '{title(e.WaveId)}' verder gaan.",
                null,
                layers
            ),
            WaveDone e => Who.Hub(e.At, "waveDone", $"De golf '{title(e.WaveId)}' is voorbij: {Messages(e.Sent)}."),
            _ => null,
        };

    private static string Started(WaveStarted e) =>
        $"begon de golf '{e.Title}': {Messages(e.Messages)}, {Sentences.Number(e.Factor)} keer zo snel als in het echt.";

    private static string Messages(int count) => Sentences.Count(count, "bericht", "berichten");
}
