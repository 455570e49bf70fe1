using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class SeeCounts
{
    public static Counts Get(Tally tally, Outbox outbox, Pen pen) =>
        new(
            tally.Received,
            tally.Refused,
            tally.ResidentsAnswered,
            tally.RepeatedTexts,
            tally.RepeatedCallbacks,
            outbox.Waiting,
            outbox.Done,
            outbox.Attempts,
            pen.Written
        );
}
