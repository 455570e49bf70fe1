using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>The scenarios of a layer: of the own municipality unless another is named.</summary>
internal static class ShowScenarios
{
    internal static async Task<Results<Ok<CrisisScenarios>, NotFound>> Get(
        string? layer,
        Caller caller,
        Reception reception,
        CancellationToken ct
    )
    {
        var (standing, edition, _) = await reception.ReceiveAsync(caller, ct);
        var home = Exercise.Real(caller.Municipality);
        var code = layer ?? home;
        // Another municipality's own layer stays at home.
        return standing.Layers.Exists(code) && (code == home || code == Layers.National || standing.Layers.IsRegion(code))
            ? TypedResults.Ok(new CrisisScenarios(Plan.Of(edition, code)))
            : TypedResults.NotFound();
    }
}
