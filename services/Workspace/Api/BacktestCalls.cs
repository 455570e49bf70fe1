using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Trying a candidate on recorded messages.</summary>
internal sealed class BacktestCalls(ApiCalls api)
{
    internal Task<Backtests> List() => api.Get<Backtests>("api/v1/backtests");

    internal Task<Backtest> Read(Guid id) => api.Get<Backtest>($"api/v1/backtests/{id}");

    internal Task<Backtest?> Start(NewBacktest backtest) => api.Post<Backtest>("api/v1/backtests", backtest);

    /// <summary>Stops it, or throws it away when it is over.</summary>
    internal Task Stop(Guid id) => api.Delete($"api/v1/backtests/{id}");
}
