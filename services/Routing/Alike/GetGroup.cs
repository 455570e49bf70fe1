using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Alike;

/// <summary>One group.</summary>
internal static class GetGroup
{
    public static async Task<Results<Ok<AlikeGroup>, NotFound>> Get(
        Guid id,
        Guid? crisis,
        Caller caller,
        AlikeGroupsIn groups,
        CancellationToken ct
    ) => await groups.OneAsync(caller, crisis, id, ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();
}
