using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>The older generation: lists of events, named by their kind, of one subscribed user.</summary>
internal static class AccountActivity
{
    public static IEnumerable<PostItem> Read(JsonElement root, string app, DateTimeOffset acceptedAt)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var about = new About(root.Text("for_user_id") ?? "", app, acceptedAt, People.Read(root.Get("users")));
        return root.EnumerateObject().SelectMany(part => ReadPart(about, part)).ToArray();
    }

    private static IEnumerable<PostItem> ReadPart(About about, JsonProperty part) =>
        part.Name switch
        {
            "tweet_create_events" => Each(about, part, ReadPostEvent),
            "tweet_delete_events" => Each(about, part, ReadDeletion.FromAccountActivity),
            "direct_message_events" => Each(about, part, ReadDirect.From),
            "direct_message_mark_read_events" => Each(about, part, ReadRead.From),
            "user_event" => Each(about, part, ReadUserEvent),
            "for_user_id" or "users" or "apps" or "user_has_blocked" or "is_blocked_by" => [],
            _ when part.Name.EndsWith("_events", StringComparison.Ordinal) =>
            [
                new OnlyVisible(about.Account, "ignored", Words.Name(part.Name)),
            ],
            _ => [],
        };

    private static IEnumerable<PostItem> Each(About about, JsonProperty part, Func<About, JsonElement, IEnumerable<PostItem>> read) =>
        ((JsonElement?)part.Value).Each().SelectMany(one => Envelope.Guarded(about, one, read));

    private static IEnumerable<PostItem> ReadPostEvent(About about, JsonElement post) =>
        PostItems.Of(about, OldPost.From(about, post), "post");

    private static IEnumerable<PostItem> ReadUserEvent(About about, JsonElement element) =>
        element.Get("revoke") is { } revoke
            ? [new AccessRevoked(revoke.Get("source").Text("user_id") ?? about.Account)]
            : [new OnlyVisible(about.Account, "ignored", "user_event")];
}
