using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>Another coordinator leads the crisis from now on.</summary>
internal static class HandOver
{
    /// <param name="holders">Coordinators of the layer and of the nation.</param>
    internal static Outcome Decide(Standing standing, Course course, HandOverCrisis command, IReadOnlyList<OfficeHolder> holders) =>
        !standing.Leads(course) ? Prepare.NotYours(standing, [course.Layer])
        : course.Phase is CrisisPhase.SetAside or CrisisPhase.Closed or CrisisPhase.Proposed ? Refuse("Deze crisis loopt nu niet.")
        : Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : holders.FirstOrDefault(each => (each.Municipality, each.Subject) == (command.Municipality, command.Subject)) is not { } to
            ? Refuse("Die collega is geen coördinator van deze crisis.", Refusal.Invalid)
        : new Person(to.Municipality, new(to.Subject, to.Name)).Is(course.Owner) ? Nothing
        : Accept(
            new CrisisHandedOver(
                new AgentRef(to.Subject, to.Name),
                to.Municipality,
                command.Why.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static async Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        HandOverCrisis command,
        Caller caller,
        CrisisDesk desk,
        Offices offices,
        Reception reception,
        CancellationToken ct
    )
    {
        var holders = new List<OfficeHolder>();
        foreach (var layer in (await reception.ReceiveAsync(caller, ct)).Tenants)
            holders.AddRange((await offices.HoldersAsync(layer, ct)).Where(each => each.Office == Office.Coordinator));
        return await desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command, holders), ct);
    }
}
