using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>A second coordinator of the nation confirms the whole country, or refuses. Who asked can only take the question back.</summary>
internal static class Confirm
{
    private static readonly IReadOnlyList<string> WholeCountry = [Layers.National];

    internal static Outcome Decide(Standing standing, Course course, ConfirmNational command, IReadOnlyList<string> goes) =>
        course.National is not { } asked ? Refuse("Er wacht geen vraag om dit landelijk te maken.")
        : standing.Now >= asked.Until ? Refuse("De tien minuten zijn voorbij. Vraag het opnieuw.")
        : command.Agreed && asked.By.Is(standing.Person)
            ? Refuse("U hebt dit zelf gevraagd. Een andere landelijke coördinator bevestigt het.", Refusal.SecondPerson)
        : !standing.OfTheNation && !asked.By.Is(standing.Person)
            ? Refuse("Alleen een landelijke coördinator mag dit bevestigen.", Refusal.NotYours)
        : command.Agreed ? Accept([.. Agreed(standing, course, goes)])
        : Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : Accept(
            new NationalScopeFellBack(
                asked.Meanwhile,
                command.Why!.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static async Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        ConfirmNational command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) =>
        await desk.CarryAsync(
            caller,
            id,
            (standing, course, edition) => Decide(standing, course, command, Goes(course, edition)),
            ct
        ) switch
        {
            null => TypedResults.NotFound(),
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Ok(detail),
        };

    private static IReadOnlyList<string> Goes(Course course, Edition edition) => Plan.Goes(edition, course.Layer, course.Scenario);

    private static IEnumerable<object> Agreed(Standing standing, Course course, IReadOnlyList<string> goes) =>
        [
            new NationalScopeConfirmed(standing.Person.Municipality, standing.Person.Agent, standing.Now),
            new PhaseChanged(
                course.Phase!.Value,
                course.Phase == CrisisPhase.Asked ? CrisisPhase.Declared : CrisisPhase.ScaledUp,
                WholeCountry,
                "Bevestigd door een tweede landelijke coördinator.",
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            ),
            .. Scope.Automation(course.InForce ? course.Scope : [], WholeCountry, standing, goes),
        ];
}
