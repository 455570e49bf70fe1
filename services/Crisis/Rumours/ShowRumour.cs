using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Rumours;

/// <summary>One rumour, with what happened to it.</summary>
internal static class ShowRumour
{
    internal static Task<Results<Ok<Rumour>, NotFound, ProblemHttpResult>> Get(
        Guid id,
        Caller caller,
        RumourDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (_, _) => Outcome.Nothing, ct);
}
