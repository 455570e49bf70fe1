using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>The events of one answer to many as lines of a report.</summary>
internal static class AnswersInWords
{
    /// <param name="history">All of its events, in order.</param>
    internal static IEnumerable<CrisisLogLine> Of(IReadOnlyList<object> history, Layers layers)
    {
        var count = history.OfType<AnswerToManyApproved>().FirstOrDefault()?.Count ?? 0;
        return history.Select(happened => Line(happened, count, layers)).OfType<CrisisLogLine>();
    }

    private static CrisisLogLine? Line(object happened, int count, Layers layers) =>
        happened switch
        {
            AnswerToManyApproved e => new Who(e.At, e.By, e.Municipality).Line("answeredMany", Approved(e, layers), null, layers),
            AnswerToManyTakenBack { Whole: true } e => new Who(e.At, e.By, e.Municipality).Line(
                "answerTakenBack",
                $"haalde het antwoord aan {People(count)} terug voordat er iets weg was.",
                null,
                layers
            ),
            AnswerToManyTakenBack e => new Who(e.At, e.By, e.Municipality).Line(
                "answerStopped",
                $"stopte het antwoord aan {People(count)}. Wat nog niet weg was, bleef hier.",
                null,
                layers
            ),
            _ => null,
        };

    private static string Approved(AnswerToManyApproved e, Layers layers)
    {
        var what = e.Correction ? "een rechtzetting" : "één antwoord";
        var from = layers.InWords([.. e.Municipalities.Select(Exercise.Real).Order(StringComparer.Ordinal)]);
        var over = Sentences.List([.. e.Channels.Select(Channel.NameOf)]);
        var said = e.Text is { } text ? $" '{text}'" : "";
        return $"stuurde {what} aan {People(e.Count)} van {from}, via {over}.{said}";
    }

    private static string People(int count) => Sentences.Count(count, "mens", "mensen");
}
