namespace WebcareHub.Contracts.Blueprint;

/// <summary>The stream blueprint-{layer}: a layer was published. Immutable; the files are the whole layer.</summary>
/// <param name="Layer"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Number">From 1, per layer.</param>
/// <param name="Notes">What changed, Dutch.</param>
/// <param name="Files">Path within the layer (slashes) to content, byte for byte as UTF-8.</param>
/// <param name="Hash">SHA-256, hex, over the files in path order.</param>
/// <param name="Proposals">The proposals it holds; null when it holds none, and for releases of before it was recorded.</param>
public sealed record ReleasePublished(
    string Layer,
    int Number,
    string Notes,
    IReadOnlyDictionary<string, string> Files,
    string Hash,
    Conversations.AgentRef By,
    DateTimeOffset At,
    IReadOnlyList<ReleaseProposal>? Proposals = null
);
