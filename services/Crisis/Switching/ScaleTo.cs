using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>Scales up or down: the scope as it has to be from now on.</summary>
internal static class ScaleTo
{
    internal static Outcome Decide(Standing standing, Course course, ChangeScope command, IReadOnlyList<string> goes) =>
        !course.InForce ? Refuse("Deze crisis loopt nu niet.")
        : course.National is not null
            ? Refuse("Er wacht al een vraag om dit landelijk te maken. Wacht op de tweede persoon of trek de vraag in.")
        : Scope.Check(command.Scope, standing.Layers) is { } scope ? new([], scope)
        : Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : !standing.Leads(course) || standing.OfficeFor(command.Scope) is null
            ? Prepare.NotYours(standing, [.. command.Scope, course.Layer])
        : Changed(standing, course, standing.Layers.Tidied(command.Scope), (command.Why.Trim(), goes));

    internal static async Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        ChangeScope command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) =>
        await desk.CarryAsync(
            caller,
            id,
            (standing, course, edition) => Decide(standing, course, command, Plan.Goes(edition, course.Layer, course.Scenario)),
            ct
        ) switch
        {
            null => TypedResults.NotFound(),
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Ok(detail),
        };

    private static Outcome Changed(
        Standing standing,
        Course course,
        IReadOnlyList<string> scope,
        (string Why, IReadOnlyList<string> Goes) because
    )
    {
        if (scope.SequenceEqual(course.Scope))
            return Nothing;
        var (municipality, by, now) = (standing.Person.Municipality, standing.Person.Agent, standing.Now);
        if (Scope.IsNational(scope))
            return Accept(new NationalScopeAsked(course.Scope, now + Declare.ToConfirm, because.Why, municipality, by, now));
        var more = standing.Layers.MunicipalitiesOf(scope).Count >= standing.Layers.MunicipalitiesOf(course.Scope).Count;
        var to = more ? CrisisPhase.ScaledUp : CrisisPhase.ScaledDown;
        return Accept([
            new PhaseChanged(course.Phase!.Value, to, scope, because.Why, municipality, by, now),
            .. Scope.Automation(course.Scope, scope, standing, because.Goes),
        ]);
    }
}
