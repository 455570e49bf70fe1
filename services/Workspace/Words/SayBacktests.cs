using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>A back-test in words.</summary>
internal static class SayBacktests
{
    internal static string State(BacktestState state) =>
        state switch
        {
            BacktestState.Waiting => ImprovementTexts.BacktestWaiting,
            BacktestState.Running => ImprovementTexts.BacktestRunning,
            BacktestState.Done => ImprovementTexts.BacktestDone,
            BacktestState.Stopped => ImprovementTexts.BacktestStopped,
            BacktestState.Interrupted => ImprovementTexts.BacktestInterrupted,
            _ => ImprovementTexts.BacktestFailed,
        };

    internal static string Scope(BacktestScope scope) =>
        scope switch
        {
            BacktestScope.Municipality => ImprovementTexts.ScopeOwn,
            BacktestScope.Region => ImprovementTexts.ScopeRegion,
            _ => ImprovementTexts.ScopeAll,
        };

    internal static string Against(BacktestBaseline against) =>
        against == BacktestBaseline.Decided ? ImprovementTexts.AgainstDecided : ImprovementTexts.AgainstInForce;

    internal static string Kind(BacktestChange kind) =>
        kind switch
        {
            BacktestChange.Topic => ImprovementTexts.KindTopic,
            BacktestChange.WorkList => ImprovementTexts.KindWorkList,
            BacktestChange.Role => ImprovementTexts.KindRole,
            BacktestChange.Priority => ImprovementTexts.KindPriority,
            BacktestChange.Due => ImprovementTexts.KindDue,
            BacktestChange.Suggestions => ImprovementTexts.KindSuggestions,
            BacktestChange.Overflow => ImprovementTexts.KindOverflow,
            BacktestChange.Acknowledgement => ImprovementTexts.KindAcknowledgement,
            BacktestChange.NoReply => ImprovementTexts.KindNoReply,
            _ => ImprovementTexts.KindApproval,
        };

    /// <summary>What a kind of change means for the work, one sentence.</summary>
    internal static string Meaning(BacktestChange kind) =>
        kind switch
        {
            BacktestChange.Topic => ImprovementTexts.MeansTopic,
            BacktestChange.WorkList => ImprovementTexts.MeansWorkList,
            BacktestChange.Role => ImprovementTexts.MeansRole,
            BacktestChange.Priority => ImprovementTexts.MeansPriority,
            BacktestChange.Due => ImprovementTexts.MeansDue,
            BacktestChange.Suggestions => ImprovementTexts.MeansSuggestions,
            BacktestChange.Overflow => ImprovementTexts.MeansOverflow,
            BacktestChange.Acknowledgement => ImprovementTexts.MeansAcknowledgement,
            BacktestChange.NoReply => ImprovementTexts.MeansNoReply,
            _ => ImprovementTexts.MeansApproval,
        };

    /// <summary>"12", or "12, wordt 8" when it changes.</summary>
    internal static string Becomes(int before, int after) =>
        before == after
            ? SayImprovements.Number(before)
            : string.Format(
                CultureInfo.CurrentCulture,
                ImprovementTexts.Becomes,
                SayImprovements.Number(before),
                SayImprovements.Number(after)
            );

    /// <summary>Whether being in time changes, one or two sentences.</summary>
    internal static string Deadlines(BacktestDeadlines deadlines) =>
        deadlines.Known == 0
            ? ImprovementTexts.DeadlinesUnknown
            : string.Format(
                CultureInfo.CurrentCulture,
                ImprovementTexts.DeadlinesKnown,
                SayImprovements.Number(deadlines.Known),
                SayImprovements.Number(deadlines.LateBefore),
                SayImprovements.Number(deadlines.LateAfter)
            );
}
