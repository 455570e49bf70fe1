using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Rumours;

/// <summary>A colleague sees to it from now on; it can be taken over from another.</summary>
internal static class Own
{
    internal static Outcome Decide(Standing standing, RumourState rumour) =>
        Has(standing, rumour)
            ? Nothing
            : Accept(new RumourOwned(standing.Agent, standing.Municipality, standing.Municipality, standing.Agent, standing.Now));

    internal static bool Has(Standing standing, RumourState rumour) =>
        rumour.Owned is { } owned && owned.Owner.Id == standing.Agent.Id && owned.OwnerMunicipality == standing.Municipality;

    internal static Task<Results<Ok<Rumour>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        RumourDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, Decide, ct);
}
