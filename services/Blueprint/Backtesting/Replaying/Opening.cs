using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>
/// When a question opens to a pool as long as nobody answers, as far as the log tells: at once when the municipality is closed, otherwise when it
/// waits longer than agreed. How many colleagues were at work stands in no message, so those causes are not counted.
/// </summary>
/// <param name="Pool">region or national: how far it may go.</param>
internal readonly record struct Opening(string Pool, DateTimeOffset At)
{
    internal const string Nation = "national";
    private const string Home = "never";

    /// <summary>Null when it stays home.</summary>
    /// <param name="overflow">How far it may go, by the decision.</param>
    internal static Opening? Of(EffectiveBlueprint blueprint, string? overflow, DateTimeOffset at)
    {
        if (overflow is null or Home)
        {
            return null;
        }

        var agreed = blueprint.AgreedOverflow(overflow);
        return agreed.Closed && !blueprint.IsOpen(at) ? new(overflow, at)
            : agreed.WaitingLongerThan is { } limit ? new(overflow, at + limit)
            : null;
    }
}
