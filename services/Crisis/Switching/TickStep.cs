using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>Ticks a step of the scenario's checklist, or unticks it.</summary>
internal static class TickStep
{
    /// <param name="steps">The steps of that list as the scenario has them now.</param>
    internal static Outcome Decide(Standing standing, Course course, Contracts.Api.TickStep command, IReadOnlyList<string> steps) =>
        !standing.IsCoordinator && !standing.Touches(course) ? Prepare.NotYours(standing, course.Scope)
        : course.Phase is CrisisPhase.Proposed or CrisisPhase.SetAside or CrisisPhase.Closed ? Refuse("Deze crisis loopt nu niet.")
        : !steps.Contains(command.Step) ? Refuse("Deze stap staat niet op de lijst.", Refusal.Invalid)
        : command.Done == course.Done.Any(step => (step.List, step.Words) == (command.List, command.Step)) ? Nothing
        : Accept(
            new ChecklistTicked(command.List, command.Step, command.Done, standing.Person.Municipality, standing.Person.Agent, standing.Now)
        );

    internal static async Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        Contracts.Api.TickStep command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) =>
        await desk.CarryAsync(
            caller,
            id,
            (standing, course, edition) => Decide(standing, course, command, Steps(course, command, edition)),
            ct
        ) switch
        {
            null => TypedResults.NotFound(),
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Ok(detail),
        };

    private static IReadOnlyList<string> Steps(Course course, Contracts.Api.TickStep command, Edition edition) =>
        (command.List, Plan.Find(edition, course.Layer, course.Scenario)) switch
        {
            ("checklist", { } plan) => plan.Checklist,
            ("scaleDown", { } plan) => plan.ScaleDown,
            _ => [],
        };
}
