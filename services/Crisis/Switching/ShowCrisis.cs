using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>One crisis, for whom it touches.</summary>
internal static class ShowCrisis
{
    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Get(
        Guid id,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (_, _) => Outcome.Nothing, ct);
}
