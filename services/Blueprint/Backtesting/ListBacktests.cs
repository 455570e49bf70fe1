using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary><c>GET /api/v1/backtests</c>: the last hundred of the caller's municipality.</summary>
internal static class ListBacktests
{
    internal static async Task<Ok<Backtests>> Get(Caller caller, BacktestRows rows, CancellationToken ct) =>
        TypedResults.Ok(new Backtests([.. (await rows.ListAsync(caller.Municipality, ct)).Select(row => row.Shown(null))]));
}
