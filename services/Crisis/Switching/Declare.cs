using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>A coordinator switches a crisis on, prepared or not. For the whole country it waits for a second person.</summary>
internal static class Declare
{
    internal static readonly TimeSpan ToConfirm = TimeSpan.FromMinutes(10);

    internal static Outcome Decide(Standing standing, Course before, DeclareCrisis command, Edition edition, Guid id)
    {
        if (Refused(standing, before, command) is { } refusal)
            return new([], refusal);
        var office = before.Phase is null ? standing.OfficeFor([.. command.Scope, .. command.Meanwhile ?? []]) : before.Layer;
        return office is null ? Prepare.NotYours(standing, command.Scope)
            : Plan.Find(edition, office, command.Scenario) is not { } scenario ? Prepare.Unknown(standing, office)
            : Accept([.. Events(standing, office, command with { Title = Title(before, command, scenario) }, scenario, id)]);
    }

    internal static async Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        DeclareCrisis command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    )
    {
        var id = command.CrisisId ?? Guid.CreateVersion7();
        var handled = command.CrisisId is null
            ? await desk.BeginAsync(caller, (standing, edition) => Decide(standing, Course.None, command, edition, id), ct)
            : await desk.CarryAsync(caller, id, (standing, course, edition) => Decide(standing, course, command, edition, id), ct);
        return handled switch
        {
            null => TypedResults.NotFound(),
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Ok(detail),
        };
    }

    private static Refusal? Refused(Standing standing, Course before, DeclareCrisis command) =>
        before.Phase is not (null or CrisisPhase.Prepared or CrisisPhase.Proposed)
            ? new("Deze crisis is al afgekondigd of afgesloten.", Refusal.Conflict)
        : Scope.Check(command.Scope, standing.Layers) is { } scope ? scope
        : command.Meanwhile is { Count: > 0 } meanwhile && Scope.Check(meanwhile, standing.Layers) is { } until ? until
        : command.Meanwhile?.Contains(Layers.National) == true
            ? new("Het hele land kan niet gelden voordat iemand het bevestigt.", Refusal.Invalid)
        : Words.Check(command.Why, "de reden", Words.Reason) is { } why ? why
        : Prepare.Titled(command.Title) is { } title ? title
        : command.NextUpdate <= standing.Now ? new("Kies voor de volgende update een moment dat nog komt.", Refusal.Invalid)
        : (command.Grip ?? [])
            .Select(told => TellGrip.Check(standing, told.Region, told.Level, told.ToldBy))
            .FirstOrDefault(wrong => wrong is not null)
            is { } grip
            ? grip
        : before.Phase is not null
        && (!standing.Leads(before) || standing.OfficeFor([.. command.Scope, .. command.Meanwhile ?? [], before.Layer]) is null)
            ? Prepare.NotYours(standing, [.. command.Scope, before.Layer]).Refusal
        : null;

    private static IEnumerable<object> Events(Standing standing, string office, DeclareCrisis command, Scenario scenario, Guid id)
    {
        var national = Scope.IsNational(command.Scope);
        var holds = standing.Layers.Tidied(national ? command.Meanwhile ?? [] : command.Scope);
        yield return Declared(standing, (id, office, holds), command, scenario);
        if (national)
            yield return new NationalScopeAsked(
                holds,
                standing.Now + ToConfirm,
                command.Why.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            );
        foreach (var paused in Scope.Automation([], holds, standing, scenario.Answers))
            yield return paused;
    }

    private static string Title(Course before, DeclareCrisis command, Scenario scenario) =>
        command.Title?.Trim() is { Length: > 0 } named ? named
        : before.Phase == CrisisPhase.Prepared ? before.Title
        : scenario.Title;

    private static CrisisDeclared Declared(
        Standing standing,
        (Guid Id, string Office, IReadOnlyList<string> Holds) where,
        DeclareCrisis command,
        Scenario scenario
    ) =>
        new(
            where.Id,
            where.Office,
            scenario.Id,
            command.Title!,
            where.Holds,
            command.Exercise,
            [.. (command.Grip ?? []).DistinctBy(told => told.Region)],
            command.NationalStructure,
            command.Why.Trim(),
            standing.Person.Municipality,
            standing.Person.Agent,
            standing.Now,
            command.NextUpdate
        );
}
