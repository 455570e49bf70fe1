using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>A coordinator makes a crisis ready beforehand; nothing is switched.</summary>
internal static class Prepare
{
    internal static Outcome Decide(Standing standing, Guid id, PrepareCrisis command, Edition edition) =>
        Scope.Check(command.Scope, standing.Layers) is { } scope ? new([], scope)
        : Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : Titled(command.Title) is { } title ? new([], title)
        : standing.OfficeFor(command.Scope) is not { } office ? NotYours(standing, command.Scope)
        : Plan.Find(edition, office, command.Scenario) is not { } scenario ? Unknown(standing, office)
        : Accept(
            new CrisisPrepared(
                id,
                office,
                scenario.Id,
                command.Title?.Trim() is { Length: > 0 } named ? named : scenario.Title,
                standing.Layers.Tidied(command.Scope),
                command.Exercise,
                command.Why.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static async Task<Results<Created<CrisisDetail>, ProblemHttpResult>> Post(
        PrepareCrisis command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7();
        return await desk.BeginAsync(caller, (standing, edition) => Decide(standing, id, command, edition), ct) switch
        {
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Created($"/api/v1/crises/{id}", detail),
        };
    }

    internal static Refusal? Titled(string? title) => string.IsNullOrWhiteSpace(title) ? null : Words.Check(title, "de titel", Words.Title);

    internal static Outcome NotYours(Standing standing, IReadOnlyList<string> scope) =>
        Refuse($"Alleen een coördinator van {standing.Layers.InWords(scope)} mag dit.", Refusal.NotYours);

    internal static Outcome Unknown(Standing standing, string office) =>
        Refuse($"Dit scenario staat niet in de blauwdruk voor {standing.Layers.InWords([office])}.", Refusal.Invalid);
}
