using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>The crisis is over: what was switched is switched back, in one transaction.</summary>
internal static class End
{
    internal static Outcome Decide(Standing standing, Course course, string? why) =>
        !standing.Leads(course) ? Prepare.NotYours(standing, [course.Layer])
        : !course.InForce && course.Phase != CrisisPhase.Asked ? Refuse("Deze crisis loopt nu niet.")
        : Words.Check(why, "de reden", Words.Reason) is { } refusal ? new([], refusal)
        : Accept([
            new CrisisEnded(course.Scope, why!.Trim(), standing.Person.Municipality, standing.Person.Agent, standing.Now),
            .. Scope.Automation(course.Scope, [], standing, []),
        ]);

    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        WithReason command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command.Reason), ct);
}
