using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Rumours;

/// <summary>Somebody found out whether it is so, and says on what ground.</summary>
internal static class ChangeStatus
{
    private const int MaxBasis = 500;

    internal static Outcome Decide(Standing standing, RumourState rumour, ChangeRumourStatus command) =>
        (
            Judging.Check(standing, rumour)
            ?? (Enum.IsDefined(command.Status) ? null : new Refusal("Kies: nog niet bekend, klopt niet, klopt.", Refusal.Invalid))
            ?? Texts.Check(command.Basis, "hoe dit is nagegaan", MaxBasis)
        )
            is { } refusal
            ? new([], refusal)
        : rumour.Status == command.Status && rumour.Basis == command.Basis.Trim() ? Nothing
        : Accept(new RumourStatusChanged(command.Status, command.Basis.Trim(), standing.Municipality, standing.Agent, standing.Now));

    internal static Task<Results<Ok<Rumour>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        ChangeRumourStatus command,
        Caller caller,
        RumourDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, rumour) => Decide(standing, rumour, command), ct);
}
