using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>What every colleague of a municipality in scope must know, and what waits for a coordinator.</summary>
internal static class ShowBanner
{
    internal static async Task<Ok<CrisisBanner>> Get(Caller caller, Reception reception, Database database, CancellationToken ct)
    {
        var (standing, _, tenants) = await reception.ReceiveAsync(caller, ct);
        await using var bounded = await database.OpenAsync(tenants, ct);
        var found = await CrisisRow.ListAsync(bounded.Connection, ["active", "proposed"], null, ct);
        var here = found.Where(course => course.Phase != CrisisPhase.Proposed && Concerns(standing, course));
        return TypedResults.Ok(
            new CrisisBanner(
                [.. here.OrderBy(course => course.Exercise).ThenByDescending(course => course.DeclaredAt).Select(Line)],
                found.Any(course => May.Confirms(standing, course)),
                found.Count(course => course.Phase == CrisisPhase.Proposed && standing.Sees(course))
            )
        );
    }

    /// <summary>Where nothing is in force yet, only who can confirm it hears of it.</summary>
    private static bool Concerns(Standing standing, Course course) =>
        course.Phase == CrisisPhase.Asked
            ? standing.Leads(course) || standing.OfTheNation
            : course.Scope.Any(code => standing.Layers.Within(standing.Person.Municipality, code));

    private static BannerLine Line(Course course) =>
        new(
            course.Id,
            course.Title,
            course.Scenario!,
            course.Exercise,
            course.Phase!.Value,
            course.Owner!.Agent.Name,
            course.Since,
            course.NextUpdate,
            course.National?.Until
        );
}
