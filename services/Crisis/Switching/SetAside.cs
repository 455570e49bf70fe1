using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>Nothing comes of what was prepared or proposed.</summary>
internal static class SetAside
{
    internal static Outcome Decide(Standing standing, Course course, string? why) =>
        !standing.Leads(course) && !(course.Phase == CrisisPhase.Proposed && standing.Sees(course))
            ? Prepare.NotYours(standing, [course.Layer])
        : course.Phase is not (CrisisPhase.Prepared or CrisisPhase.Proposed) ? Refuse("Deze crisis is al afgekondigd of afgesloten.")
        : Words.Check(why, "de reden", Words.Reason) is { } refusal ? new([], refusal)
        : Accept(new CrisisSetAside(why!.Trim(), standing.Person.Municipality, standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        WithReason command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command.Reason), ct);
}
