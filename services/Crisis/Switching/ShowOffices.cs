using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>For which layers the caller is coordinator, with everything that lies under each.</summary>
internal static class ShowOffices
{
    internal static async Task<Ok<CrisisOffices>> Get(Caller caller, Reception reception, CancellationToken ct)
    {
        var (standing, _, _) = await reception.ReceiveAsync(caller, ct);
        var layers = standing.Layers;
        return TypedResults.Ok(
            new CrisisOffices([
                .. standing.Coordinates.Select(office => new CrisisOffice(office, layers.Name(office), layers.Parts(layers.Under(office)))),
            ])
        );
    }
}
