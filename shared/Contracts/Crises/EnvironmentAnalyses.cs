using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Crises;

// The stream environment-analysis-{crisis}, written by Monitoring; its tenant is the layer whose coordinator leads the crisis. Past tense, only
// ever added to. Times are UTC. It tells of phenomena and names no resident.

/// <summary>An analyst froze a version of the environment analysis (omgevingsanalyse). It never changes.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Text">The whole page as text, as it was pasted elsewhere.</param>
/// <param name="NextDue">When the next is due; null when none was promised.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record EnvironmentAnalysisFrozen(
    Guid CrisisId,
    int Number,
    string Text,
    DateTimeOffset? NextDue,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);
