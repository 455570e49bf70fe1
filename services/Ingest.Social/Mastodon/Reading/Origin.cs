using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>For whom something is read.</summary>
/// <param name="Account">The account as it is registered with us.</param>
/// <param name="OwnId">Its id on its server; what it writes itself is no question. Empty until the server has told: then its name there tells.</param>
/// <param name="OwnApp">The name of the application its token belongs to; null when the server does not tell.</param>
internal sealed record Origin(string Account, string OwnId, string? OwnApp, DateTimeOffset At)
{
    /// <summary>Whether this is the account itself. On its own server a name stands without the server's, and is nobody else's.</summary>
    public bool Is(JsonElement person) =>
        OwnId.Length > 0 ? person.Text("id") == OwnId : string.Equals(person.Text("acct"), LocalName, StringComparison.OrdinalIgnoreCase);

    private string LocalName => Account.TrimStart('@').Split('@')[0];
}
