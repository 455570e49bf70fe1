using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>A back-test as it is kept.</summary>
/// <param name="Asked">Without the candidate's files.</param>
internal sealed record BacktestRow(
    Guid Id,
    string Municipality,
    BacktestState State,
    NewBacktest Asked,
    string Title,
    AgentRef By,
    DateTimeOffset AskedAt,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null,
    int Progress = 0,
    long Read = 0,
    string? Failure = null,
    StoredReport? Report = null
)
{
    internal bool IsOver => State is not (BacktestState.Waiting or BacktestState.Running);

    internal Backtest Shown(BacktestReport? report) =>
        new(
            Id,
            State,
            Asked.Candidate,
            Title,
            Asked.From,
            Asked.Until,
            Asked.Scope,
            Asked.Against,
            By.Name,
            AskedAt,
            StartedAt,
            EndedAt,
            Progress,
            Read,
            Failure,
            report
        );
}
