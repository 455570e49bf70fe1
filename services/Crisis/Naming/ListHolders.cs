using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Naming;

/// <summary><c>GET /api/v1/offices/{layer}</c>, for who belongs to the layer: colleagues must know whom to call.</summary>
internal static class ListHolders
{
    internal static async Task<Results<Ok<OfficeHolders>, NotFound>> Get(
        string layer,
        Caller caller,
        Rulebook rulebook,
        Offices offices,
        CancellationToken ct
    )
    {
        await rulebook.NowAsync(caller.Municipality, ct);
        return rulebook.Last?.Blueprint.LayersOf(Exercise.Real(caller.Municipality)).Contains(layer) == true
            ? TypedResults.Ok(new OfficeHolders(layer, await offices.HoldersAsync(layer, ct)))
            : TypedResults.NotFound();
    }
}
