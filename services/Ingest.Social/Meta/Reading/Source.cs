namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>The entry an item stands in.</summary>
/// <param name="Channel">Channel code; for a page the one of what is read: its comments, or the messages to it.</param>
/// <param name="Account">The platform's id of the page or the Instagram account; empty when nothing says it.</param>
/// <param name="App">Name of the platform app whose webhook it is.</param>
/// <param name="AppId">The platform's id of that app: an echo that carries it was sent from here. Null when it is not configured.</param>
/// <param name="At">When the entry was made, as the platform says; otherwise when it was accepted.</param>
/// <param name="AcceptedAt">When the post was accepted.</param>
internal readonly record struct Source(
    string Channel,
    string Account,
    string App,
    string? AppId,
    DateTimeOffset At,
    DateTimeOffset AcceptedAt
)
{
    /// <summary>Kind of the ids by which this channel knows people it can send to.</summary>
    public string PersonKind => Channel == Contracts.Channel.Instagram ? "igsid" : "psid";
}
