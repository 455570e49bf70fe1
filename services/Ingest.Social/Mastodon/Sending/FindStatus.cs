using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>Looks whether a post is there whose call broke off, once the server no longer knows it by its key.</summary>
internal sealed class FindStatus(ServerClient client, Servers servers)
{
    /// <summary>Its id; empty when it is surely not there; null when the server did not tell.</summary>
    public async Task<string?> FindAsync(Account account, OutboundPart part, Place place, CancellationToken ct)
    {
        var own = await servers.OwnAsync(account, ct);
        if (own.Failure is not null)
        {
            return null;
        }

        var answer = await client.GetAsync(account, $"api/v1/accounts/{own.Id}/statuses?exclude_reblogs=true&limit=40", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        if (document is not { RootElement: { ValueKind: JsonValueKind.Array } list })
        {
            return null;
        }

        var told = Bare(part.Content.Text);
        var found = list.EnumerateArray().FirstOrDefault(status => IsIt(status, part.PreviousId ?? place.Status, told, part.RequestedAt));
        return found.Text("id") ?? "";
    }

    private static bool IsIt(JsonElement status, string parent, string told, DateTimeOffset requestedAt) =>
        status.Text("in_reply_to_id") == parent
        && ReadStatus.Moment(status.Text("created_at"), requestedAt.AddHours(1)) > requestedAt.AddMinutes(-5)
        && Bare(HtmlText.From(status.Text("content"))).EndsWith(told, StringComparison.Ordinal);

    // The server makes paragraphs and links of it: letters and digits alone are the same on both sides.
    private static string Bare(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit));
}
