using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>After the end: aftermath, evaluation, closed. Never back.</summary>
internal static class ChangePhaseTo
{
    internal static Outcome Decide(Standing standing, Course course, ChangePhase command) =>
        !standing.Leads(course) ? Prepare.NotYours(standing, [course.Layer])
        : !course.Over ? Refuse("Beëindig eerst de crisis.")
        : command.Phase is not (CrisisPhase.Aftermath or CrisisPhase.Evaluation or CrisisPhase.Closed)
            ? Refuse("Kies uit: aftermath, evaluation, closed.", Refusal.Invalid)
        : command.Phase <= course.Phase ? Refuse("Die fase is al geweest.")
        : Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : Accept(
            new PhaseChanged(
                course.Phase!.Value,
                command.Phase,
                course.Scope,
                command.Why.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        ChangePhase command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command), ct);
}
