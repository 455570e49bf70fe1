using WebcareHub.Contracts.Blueprint;

namespace WebcareHub.Contracts.Api;

/// <summary>Publish a layer: <c>POST /api/v1/releases</c>. <paramref name="After"/> is the release it builds on; another one in between is a conflict.</summary>
/// <param name="Proposals">Accepted proposals of this layer that the files hold; they become released, and the release names and credits them.</param>
public sealed record NewRelease(
    string Layer,
    string Notes,
    IReadOnlyDictionary<string, string> Files,
    int? After = null,
    IReadOnlyList<Guid>? Proposals = null
);

/// <summary>A published release.</summary>
/// <param name="Proposals">The proposals it holds, with who is to be thanked for them.</param>
public sealed record Release(
    string Layer,
    int Number,
    string Notes,
    string Hash,
    string By,
    DateTimeOffset At,
    IReadOnlyList<ReleaseProposal>? Proposals = null
);

/// <summary>All releases, newest first.</summary>
public sealed record Releases(IReadOnlyList<Release> Items);

/// <summary>One release with its files: path within the layer (slashes) to content.</summary>
public sealed record ReleaseContent(Release Release, IReadOnlyDictionary<string, string> Files);

/// <summary>The register of municipalities.</summary>
public sealed record Municipalities(IReadOnlyList<Municipality> Items);

/// <summary>A municipality in the register.</summary>
/// <param name="Code">CBS code, <c>GM0088</c>.</param>
/// <param name="ValidFrom">First day, null when it is older than the register.</param>
/// <param name="ValidTo">First day it no longer exists, null when no end is known.</param>
public sealed record Municipality(string Code, string Name, string Province, string SafetyRegion, DateOnly? ValidFrom, DateOnly? ValidTo);
