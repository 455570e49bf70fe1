using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Alike;

/// <summary>Near-identical questions that wait, the largest group first.</summary>
internal static class ListGroups
{
    private const int Most = 100;

    public static async Task<Results<Ok<AlikeGroups>, NotFound>> Get(
        Guid? crisis,
        int? most,
        Caller caller,
        AlikeGroupsIn groups,
        CancellationToken ct
    ) =>
        await groups.OfAsync(caller, crisis, Math.Clamp(most ?? 20, 1, Most), ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();
}
