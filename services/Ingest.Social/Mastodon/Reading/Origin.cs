namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>For whom something is read.</summary>
/// <param name="Account">The account as it is registered with us.</param>
/// <param name="OwnId">Its id on its server; what it writes itself is no question.</param>
/// <param name="OwnApp">The name of the application its token belongs to; null when the server does not tell.</param>
internal sealed record Origin(string Account, string OwnId, string? OwnApp, DateTimeOffset At);
