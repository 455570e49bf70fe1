using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>When what an event tells of a crisis or rumour came to hold.</summary>
internal static class Times
{
    internal static DateTimeOffset Of(RecordedEvent recorded) =>
        (
            recorded.Data switch
            {
                CrisisDeclared e => e.At,
                NationalScopeAsked e => e.At,
                NationalScopeConfirmed e => e.At,
                NationalScopeFellBack e => e.At,
                PhaseChanged e => e.At,
                GripTold e => e.At,
                CrisisEnded e => e.At,
                RumourRegistered e => e.At,
                RumourSpreadNoted e => e.At,
                RumourStatusChanged e => e.At,
                RumourOwned e => e.At,
                RumourAnswered e => e.At,
                _ => recorded.Timestamp,
            }
        ).ToUniversalTime();
}
