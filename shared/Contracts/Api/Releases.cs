namespace WebcareHub.Contracts.Api;

/// <summary>Publish a layer: <c>POST /api/v1/releases</c>. <paramref name="After"/> is the release it builds on; another one in between is a conflict.</summary>
public sealed record NewRelease(string Layer, string Notes, IReadOnlyDictionary<string, string> Files, int? After = null);

/// <summary>A published release.</summary>
public sealed record Release(string Layer, int Number, string Notes, string Hash, string By, DateTimeOffset At);

/// <summary>All releases, newest first.</summary>
public sealed record Releases(IReadOnlyList<Release> Items);
