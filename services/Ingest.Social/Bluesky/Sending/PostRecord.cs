using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>The record a part becomes, and the question that writes it where nothing stands yet.</summary>
internal static class PostRecord
{
    public const string Collection = "app.bsky.feed.post";

    /// <param name="place">Post, thread and their hashes.</param>
    public static JsonObject Put(string repo, OutboundPart part, ReplyPlace place, JsonArray? facets, JsonObject? embed)
    {
        var record = new JsonObject
        {
            ["$type"] = Collection,
            ["text"] = part.Content.Text ?? "",
            ["createdAt"] = part.RequestedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["langs"] = new JsonArray("nl"),
            ["reply"] = new JsonObject { ["root"] = Ref(place.Root, place.RootCid), ["parent"] = Ref(place.Uri, place.Cid) },
        };
        if (facets is not null)
        {
            record["facets"] = facets;
        }

        if (embed is not null)
        {
            record["embed"] = embed;
        }

        return new JsonObject
        {
            ["repo"] = repo,
            ["collection"] = Collection,
            ["rkey"] = RecordKey.Of(part.ReplyId, part.Part),
            ["record"] = record,
            // Nothing may stand there: a record that does is ours from before, or somebody else's.
            ["swapRecord"] = null,
        };
    }

    /// <summary>Whether a record that stands there says the same in the same place.</summary>
    public static bool IsSame(JsonElement value, OutboundPart part, ReplyPlace place) =>
        (value.Text("text") ?? "") == (part.Content.Text ?? "") && value.Get("reply").Get("parent").Text("uri") == place.Uri;

    private static JsonObject Ref(string? uri, string? cid) => new() { ["uri"] = uri, ["cid"] = cid };
}
