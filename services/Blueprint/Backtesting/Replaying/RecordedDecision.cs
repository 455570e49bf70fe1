using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>A decision as it was recorded: what it read and what came of it.</summary>
internal readonly record struct RecordedDecision(Recorded Message, MessageFacts Facts, Outcome Outcome);
