namespace WebcareHub.Contracts.Api;

/// <summary>A decision about a score.</summary>
/// <param name="Sentence">Why, Dutch.</param>
/// <param name="Layers">The layers it went by, national first, each with its release.</param>
public sealed record TracedScore(DateTimeOffset At, string Sentence, IReadOnlyList<TracedLayer> Layers);
