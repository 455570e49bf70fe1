using WebcareHub.Contracts.Crises;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>A rumour as the analysis tells of it: without the names of colleagues.</summary>
/// <param name="Owner">CBS code of the municipality that sees to it.</param>
internal sealed record RumourFacts(
    Guid Id,
    Guid Crisis,
    string Claim,
    string Spread,
    RumourStatus Status,
    string? Owner,
    string? Reaction,
    DateTimeOffset At
)
{
    internal static RumourFacts? Evolve(RumourFacts? rumour, object happened) =>
        (rumour, happened) switch
        {
            (_, RumourRegistered e) => new(
                e.RumourId,
                e.CrisisId,
                e.Claim,
                Seen(e.Spread, e.Seen),
                RumourStatus.NotVerified,
                null,
                null,
                e.At
            ),
            (null, _) => null,
            (_, RumourSpreadNoted e) => rumour with { Spread = Seen(e.Spread, e.Seen) },
            (_, RumourStatusChanged e) => rumour with { Status = e.Status },
            (_, RumourOwned e) => rumour with { Owner = e.OwnerMunicipality },
            (_, RumourAnswered e) => rumour with { Reaction = e.Answer },
            _ => rumour,
        };

    private static string Seen(string spread, int seen) => $"{spread.TrimEnd('.')}, {seen} keer gezien";
}
