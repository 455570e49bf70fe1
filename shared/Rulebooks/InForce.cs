using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Rulebooks;

/// <summary>What one municipality goes by at one epoch.</summary>
/// <param name="Releases">Release number per layer of this municipality.</param>
/// <param name="Crises">The crises that hold here, the newest last.</param>
public sealed record InForce(
    EffectiveBlueprint Blueprint,
    IReadOnlyDictionary<string, int> Releases,
    long Epoch,
    IReadOnlyList<CrisisInForce> Crises
)
{
    /// <summary>The scenario that lies on top, that of the newest crisis; null in ordinary times.</summary>
    public string? Scenario => Crises.Count == 0 ? null : Crises[^1].Scenario;
}
