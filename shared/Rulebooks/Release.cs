using WebcareHub.Contracts.Blueprint;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Rulebooks;

/// <summary>A release as the log holds it.</summary>
public sealed record Release(ReleasePublished Published)
{
    /// <summary>To read it by. One object for as long as the release is held, so that it is parsed once.</summary>
    public LayerFiles Files { get; } = new(Published.Layer, Published.Files, Published.Number, Published.At);

    internal LayerRelease Name => new(Published.Layer, Published.Number);
}
