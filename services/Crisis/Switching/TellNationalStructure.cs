using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>The national crisis structure is at work, or no longer, as told.</summary>
internal static class TellNationalStructure
{
    internal static Outcome Decide(Standing standing, Course course, Contracts.Api.TellNationalStructure command) =>
        !standing.Leads(course) ? Prepare.NotYours(standing, [course.Layer])
        : !course.InForce && course.Phase != CrisisPhase.Asked ? Refuse("Deze crisis loopt nu niet.")
        : !string.IsNullOrWhiteSpace(command.Why) && Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : course.NationalStructure == command.AtWork ? Nothing
        : Accept(
            new NationalStructureTold(
                command.AtWork,
                string.IsNullOrWhiteSpace(command.Why) ? null : command.Why.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        Contracts.Api.TellNationalStructure command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command), ct);
}
