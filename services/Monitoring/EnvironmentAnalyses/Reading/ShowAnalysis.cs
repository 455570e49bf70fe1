using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary><c>GET /api/v1/environment-analyses/{crisis}</c>: the page as it is now, or was at a moment.</summary>
internal static class ShowAnalysis
{
    internal static async Task<Results<Ok<EnvironmentAnalysis>, NotFound>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Admission admission,
        Pages pages,
        CancellationToken ct
    ) =>
        await admission.ToAsync(asked.Crisis, caller, asked.At, ct) is { } admitted
            ? TypedResults.Ok(await pages.ReadAsync(admitted, ct))
            : TypedResults.NotFound();

    internal readonly record struct Asked(Guid Crisis, DateTimeOffset? At);
}
