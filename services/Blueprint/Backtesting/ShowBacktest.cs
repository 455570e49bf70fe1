using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary><c>GET /api/v1/backtests/{id}</c>: with the texts of its samples as they are now.</summary>
internal static class ShowBacktest
{
    internal static async Task<Results<Ok<Backtest>, NotFound>> Get(
        Guid id,
        Caller caller,
        BacktestRows rows,
        Texts texts,
        CancellationToken ct
    ) =>
        await rows.FindAsync(caller.Municipality, id, ct) is { } row
            ? TypedResults.Ok(row.Shown(row.Report is null ? null : await ReportAsync(row.Report, caller, texts, ct)))
            : TypedResults.NotFound();

    private static async Task<BacktestReport> ReportAsync(StoredReport stored, Caller caller, Texts texts, CancellationToken ct)
    {
        var samples = await texts.OfAsync([.. stored.Kinds.SelectMany(kind => kind.Samples)], caller, ct);
        return new(
            stored.Hash(),
            stored.Messages,
            stored.Changed,
            stored.Erased,
            stored.Unreadable,
            stored.NotSharing,
            [
                .. stored.Kinds.Select(kind => new BacktestKind(
                    kind.Kind,
                    kind.Count,
                    kind.Moves,
                    [.. kind.Samples.Select(sample => samples(sample)).OfType<BacktestSample>()]
                )),
            ],
            stored.Deadlines,
            stored.Municipalities,
            stored.Hours
        );
    }
}
