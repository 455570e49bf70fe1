using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>The events of one core message as lines of a report.</summary>
internal static class MessagesInWords
{
    // More than anybody reads one by one: the board of the message tells who they were.
    private const int MostReleases = 5;

    /// <param name="history">All of its events, in order.</param>
    internal static IEnumerable<CrisisLogLine> Of(IReadOnlyList<object> history, Layers layers)
    {
        var released = history.OfType<CoreMessageReleased>().ToLookup(release => release.Version);
        var title = "";
        foreach (var happened in history)
        {
            if (happened is CoreMessageIssued issued)
                title = issued.Title;
            var line =
                happened is CoreMessageReleased e && released[e.Version].Count() > MostReleases
                    ? Together(e, [.. released[e.Version]], title)
                    : Line(happened, title, layers);
            if (line is not null)
                yield return line;
        }
    }

    /// <summary>One line for all of them, at the first.</summary>
    private static CrisisLogLine? Together(CoreMessageReleased release, IReadOnlyList<CoreMessageReleased> all, string title)
    {
        if (release != all[0])
            return null;
        var towns = all.Select(each => each.Municipality).Distinct().Count();
        var until = Sentences.Moment(all[^1].At, release.At);
        return Who.Hub(release.At, "coreMessageReleased", $"Tot {until} gaven {towns} gemeenten kernboodschap '{title}' vrij.");
    }

    private static CrisisLogLine? Line(object happened, string title, Layers layers) =>
        happened switch
        {
            CoreMessageIssued { Version: 1 } e => new Who(e.At, e.Owner, e.OwnerMunicipality).Line(
                "coreMessageIssued",
                $"gaf kernboodschap '{title}' uit voor {layers.InWords(e.Area)}. Akkoord: {e.ApprovedBy}.",
                null,
                layers
            ),
            CoreMessageIssued e => new Who(e.At, e.Owner, e.OwnerMunicipality).Line(
                "coreMessageIssued",
                $"gaf versie {e.Version} van kernboodschap '{title}' uit voor {layers.InWords(e.Area)}. Akkoord: {e.ApprovedBy}.",
                e.Change,
                layers
            ),
            CoreMessageReleased e => new Who(e.At, e.By, e.Municipality).Line(
                "coreMessageReleased",
                $"gaf kernboodschap '{title}' vrij voor {layers.Name(e.Municipality)}.",
                null,
                layers
            ),
            CoreMessageLocalised e => new Who(e.At, e.By, e.Municipality).Line(
                "coreMessageLocalised",
                $"paste kernboodschap '{title}' aan voor {layers.Name(e.Municipality)} en gaf die vrij.",
                null,
                layers
            ),
            CoreMessageDeclined e => new Who(e.At, e.By, e.Municipality).Line(
                "coreMessageDeclined",
                $"zag voor {layers.Name(e.Municipality)} af van kernboodschap '{title}'.",
                e.Reason,
                layers
            ),
            CoreMessageWithdrawn e => new Who(e.At, e.By, e.Municipality).Line(
                "coreMessageWithdrawn",
                $"trok kernboodschap '{title}' in. {(e.Correction is null ? "Er is geen rechtzetting nodig." : "Er staat een rechtzetting klaar voor wie haar kreeg.")}",
                e.Reason,
                layers
            ),
            _ => null,
        };
}
