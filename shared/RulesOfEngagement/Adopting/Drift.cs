namespace WebcareHub.RulesOfEngagement;

/// <summary>An entry that is not here as the layer that made it has it now.</summary>
/// <param name="Section">topics, rules, …</param>
/// <param name="Theme">monitoring, webcare or woordvoering.</param>
/// <param name="Layer">The layer that makes the difference: the own one, or a region or province.</param>
/// <param name="Above">The layer it is compared with; null for what was added here.</param>
/// <param name="AboveRelease">That layer's newest release; null when its number is not known.</param>
/// <param name="Fields">From the form above to the form here, with the words that differ.</param>
/// <param name="SinceRelease">The release of <paramref name="Layer"/> since which it is so; null when earlier releases were not given.</param>
/// <param name="SinceAt">When that release was made.</param>
/// <param name="Reason">As the layer wrote it, Dutch.</param>
/// <param name="Origin">Where it was copied from: a layer's code, or a name.</param>
/// <param name="Upstream">What changed above since the difference was made.</param>
/// <param name="Sentence">All of it in one Dutch sentence.</param>
public sealed record Drift(
    string Section,
    string Id,
    string Title,
    string Theme,
    DriftKind Kind,
    string Layer,
    string? Above,
    int? AboveRelease,
    IReadOnlyList<FieldDifference> Fields,
    int? SinceRelease,
    DateTimeOffset? SinceAt,
    string? Reason,
    string? Origin,
    IReadOnlyList<FieldDifference> Upstream,
    string Sentence
);

/// <summary>How an entry differs from the layer above.</summary>
public enum DriftKind
{
    /// <summary>Adjusted.</summary>
    Adjusted,

    /// <summary>Switched off.</summary>
    SwitchedOff,

    /// <summary>Added here.</summary>
    Added,

    /// <summary>An earlier form holds: deferred, or not chosen yet.</summary>
    Behind,
}
