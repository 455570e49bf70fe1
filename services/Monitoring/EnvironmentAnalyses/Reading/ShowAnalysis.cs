using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary><c>GET /api/v1/environment-analyses/{crisis}</c>: the page as it is now.</summary>
internal static class ShowAnalysis
{
    internal static async Task<Results<Ok<EnvironmentAnalysis>, NotFound>> Get(
        Guid crisis,
        Caller caller,
        Admission admission,
        Pages pages,
        CancellationToken ct
    ) =>
        await admission.ToAsync(crisis, caller, ct) is { } admitted
            ? TypedResults.Ok(await pages.ReadAsync(admitted, ct))
            : TypedResults.NotFound();
}
