using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary><c>DELETE /api/v1/backtests/{id}</c>: a running one stops after the page it is reading.</summary>
internal static class StopBacktest
{
    internal static async Task<Results<NoContent, NotFound>> Delete(
        Guid id,
        Caller caller,
        BacktestRows rows,
        TimeProvider time,
        CancellationToken ct
    ) => await rows.StopAsync(caller.Municipality, id, time.GetUtcNow(), ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}
