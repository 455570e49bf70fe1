using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>The events of one rumour as lines of a report.</summary>
internal static class RumoursInWords
{
    /// <param name="history">All of its events, in order.</param>
    internal static IEnumerable<CrisisLogLine> Of(IReadOnlyList<object> history, Layers layers)
    {
        var claim = history.OfType<RumourRegistered>().FirstOrDefault()?.Claim.TrimEnd('.') ?? "";
        return history.Select(happened => Line(happened, claim, layers)).OfType<CrisisLogLine>();
    }

    private static CrisisLogLine? Line(object happened, string claim, Layers layers) =>
        happened switch
        {
            RumourRegistered e => new Who(e.At, e.By, e.Municipality).Line(
                "rumourRegistered",
                $"meldde het gerucht '{claim}', {Times(e.Seen)} gezien. Waar: {e.Spread.TrimEnd('.')}.",
                null,
                layers
            ),
            RumourSpreadNoted e => new Who(e.At, e.By, e.Municipality).Line(
                "rumourSpread",
                $"noteerde dat het gerucht '{claim}' nu {Times(e.Seen)} is gezien. Waar: {e.Spread.TrimEnd('.')}.",
                null,
                layers
            ),
            RumourStatusChanged e => new Who(e.At, e.By, e.Municipality).Line(
                "rumourStatus",
                $"noteerde over het gerucht '{claim}': {InWords(e.Status)}.",
                e.Basis,
                layers
            ),
            RumourOwned e => new Who(e.At, e.Owner, e.OwnerMunicipality).Line(
                "rumourOwned",
                $"ging het gerucht '{claim}' uitzoeken.",
                null,
                layers
            ),
            RumourAnswered { Answer: { } answer } e => new Who(e.At, e.By, e.Municipality).Line(
                "rumourAnswered",
                $"gaf antwoord op het gerucht '{claim}': {answer}",
                null,
                layers
            ),
            RumourAnswered e => new Who(e.At, e.By, e.Municipality).Line(
                "rumourAnswered",
                $"trok het antwoord op het gerucht '{claim}' in.",
                null,
                layers
            ),
            _ => null,
        };

    private static string Times(int seen) => Sentences.Count(seen, "keer", "keer");

    private static string InWords(RumourStatus status) =>
        status switch
        {
            RumourStatus.True => "dit klopt",
            RumourStatus.False => "dit klopt niet",
            _ => "nog niet bekend of dit klopt",
        };
}
