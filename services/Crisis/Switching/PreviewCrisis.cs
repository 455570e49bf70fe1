using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>What declaring would do at this moment, spelled out before anything happens.</summary>
internal static class PreviewCrisis
{
    internal static async Task<Results<Ok<CrisisPreview>, ProblemHttpResult>> Get(
        string scenario,
        string[] scope,
        bool? exercise,
        Caller caller,
        Reception reception,
        Offices offices,
        Database database,
        CancellationToken ct
    )
    {
        var (standing, edition, tenants) = await reception.ReceiveAsync(caller, ct);
        if (Scope.Check(scope, standing.Layers) is { } wrong)
            return wrong.Problem();
        var tidied = standing.Layers.Tidied(scope);
        var layer = standing.OfficeFor(tidied) ?? tidied[0];
        if (Plan.Of(edition, layer, scenario) is not { } plan)
            return Prepare.Unknown(standing, layer).Refusal!.Problem();
        await using var bounded = await database.OpenAsync(tenants, ct);
        var active = await CrisisRow.ListAsync(bounded.Connection, ["active"], null, ct);
        var holders = Scope.IsNational(tidied) ? await offices.HoldersAsync(Layers.National, ct) : [];
        var asked = new Asked(plan, tidied, exercise ?? false, Confirmers(holders, standing));
        return TypedResults.Ok(Preview(asked, standing, edition, [.. active.Where(course => Overlaps(course, asked, standing.Layers))]));
    }

    internal static CrisisPreview Preview(Asked asked, Standing standing, Edition edition, IReadOnlyList<Course> overlapping)
    {
        var layers = standing.Layers;
        var national = Scope.IsNational(asked.Scope);
        return new(
            asked.Plan,
            layers.Parts(asked.Scope),
            asked.Exercise,
            [.. layers.MunicipalitiesOf(asked.Scope).Select(code => new CrisisMunicipality(code, layers.Name(code)))],
            layers.Parts(Pools(asked, layers)),
            asked.Plan.Rules,
            asked.Plan.Answers,
            asked.Plan.CoreMessages,
            Scope.Paused,
            national,
            asked.Confirmers,
            [.. overlapping.Select(course => Shown.Summary(course, layers, edition))],
            PreviewInWords.Of(asked, Pools(asked, layers), overlapping, layers),
            standing.OfficeFor(asked.Scope) is null ? Prepare.NotYours(standing, asked.Scope).Refusal!.Sentence
                : national && asked.Confirmers.Count == 0 ? "Er is geen tweede landelijke coördinator die dit kan bevestigen."
                : null
        );
    }

    private static IReadOnlyList<string> Pools(Asked asked, Layers layers) =>
        [
            .. asked.Plan.Pools.Contains("region") ? layers.RegionsOf(asked.Scope) : [],
            .. asked.Plan.Pools.Contains("national") ? new[] { Layers.National } : [],
        ];

    private static IReadOnlyList<string> Confirmers(IReadOnlyList<OfficeHolder> holders, Standing standing) =>
        [
            .. holders
                .Where(each => each.Office == Office.Coordinator)
                .Where(each => !new Person(each.Municipality, new(each.Subject, each.Name)).Is(standing.Person))
                .Select(each => each.Name),
        ];

    private static bool Overlaps(Course course, Asked asked, Layers layers) =>
        course.InForce
        && course.Exercise == asked.Exercise
        && layers.MunicipalitiesOf(course.Scope).Intersect(layers.MunicipalitiesOf(asked.Scope)).Any();

    /// <summary>What somebody thinks of declaring.</summary>
    /// <param name="Confirmers">Names of who can be the second person.</param>
    internal sealed record Asked(ScenarioPlan Plan, IReadOnlyList<string> Scope, bool Exercise, IReadOnlyList<string> Confirmers);
}
