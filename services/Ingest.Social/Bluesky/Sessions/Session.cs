namespace WebcareHub.Ingest.Social.Bluesky.Sessions;

/// <summary>A session at the account's own server.</summary>
/// <param name="Access">Token for calls; good for hours.</param>
/// <param name="Refresh">Token for the next session; good for months.</param>
/// <param name="Server">Where calls go.</param>
/// <param name="Until">When the access token ends (UTC).</param>
internal sealed record Session(string Did, string Access, string Refresh, Uri Server, DateTimeOffset Until);

/// <summary>Why there is no session.</summary>
/// <param name="Sentence">What a colleague or administrator reads, Dutch.</param>
/// <param name="Repair">Somebody has to put something right first.</param>
internal sealed record Trouble(string Sentence, string Code, bool Repair, TimeSpan? After = null);
