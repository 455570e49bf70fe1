using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>Says when residents hear more.</summary>
internal static class PromiseUpdate
{
    internal static Outcome Decide(Standing standing, Course course, DateTimeOffset? next) =>
        !standing.Leads(course) ? Prepare.NotYours(standing, [course.Layer])
        : !course.InForce && course.Phase != CrisisPhase.Aftermath ? Refuse("Deze crisis loopt nu niet.")
        : next <= standing.Now ? Refuse("Kies voor de volgende update een moment dat nog komt.", Refusal.Invalid)
        : next == course.NextUpdate ? Nothing
        : Accept(new NextUpdateSet(next, standing.Person.Municipality, standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        SetNextUpdate command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command.Next), ct);
}
