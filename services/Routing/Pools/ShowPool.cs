using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>One pool, for who may know it.</summary>
internal static class ShowPool
{
    public static async Task<Results<Ok<PoolDetail>, NotFound>> Get(string pool, Caller caller, PoolDesk desk, CancellationToken ct) =>
        await desk.ViewAsync(caller, pool, ct) is { } view ? TypedResults.Ok(PoolShown.Of(view)) : TypedResults.NotFound();
}
