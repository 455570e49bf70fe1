using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Rulebooks;

/// <summary>What one municipality goes by at one epoch.</summary>
/// <param name="Releases">Release number per layer of this municipality.</param>
public sealed record InForce(EffectiveBlueprint Blueprint, IReadOnlyDictionary<string, int> Releases, long Epoch);
