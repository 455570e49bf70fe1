using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>The pools that are there for the caller.</summary>
internal static class ListPools
{
    public static async Task<IReadOnlyList<PoolSummary>> Get(Caller caller, PoolDesk desk, CancellationToken ct) =>
        [.. (await desk.AllAsync(caller, ct)).Select(view => view.Summary)];
}
