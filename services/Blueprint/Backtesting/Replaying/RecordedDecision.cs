using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>A message, kept until its decision comes. What it does not have is empty.</summary>
internal sealed record Heard(long Sequence, long Version, Guid? Resident, byte[] WrappedKey, byte[] Text)
{
    internal static Heard Of(in Recorded row) => new(row.Sequence, row.Version, row.Resident, row.WrappedKey.ToArray(), row.Text.ToArray());
}

/// <summary>A decision as it was recorded: what it read and what came of it.</summary>
internal readonly record struct RecordedDecision(Heard Message, MessageFacts Facts, Outcome Outcome);
