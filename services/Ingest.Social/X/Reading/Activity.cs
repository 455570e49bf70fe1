using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>
/// The newer generation: one event with its type. The same post may come as a mention and as a reply, because neither covers all: the post's own id
/// is its key.
/// </summary>
internal static class Activity
{
    private static readonly string[] Uninteresting =
    [
        "like.",
        "follow.",
        "profile.",
        "spaces.",
        "mute.",
        "block.",
        "news.",
        "dm.read",
        "dm.indicate_typing",
    ];

    public static IEnumerable<PostItem> Read(JsonElement data, string app, DateTimeOffset acceptedAt)
    {
        var payload = data.Get("payload");
        var names = People.Read(payload.Get("users"), data.Get("includes").Get("users"));
        var account = data.Get("filter").Text("user_id") ?? "";
        return Envelope.Guarded(new(account, app, acceptedAt, names), data, ReadEvent);
    }

    private static IEnumerable<PostItem> ReadEvent(About about, JsonElement data)
    {
        var type = data.Text("event_type");
        var payload = data.Get("payload") ?? default;
        return type switch
        {
            null => [new OnlyVisible(about.Account, "unreadable", "zonder soort")],
            "post.create" or "post.mention.create" or "post.reply.create" or "post.quote.create" => PostItems.Of(
                about,
                NewPost.From(about, payload, data.Get("includes")),
                type
            ),
            "post.delete" => ReadDeletion.FromActivity(about, payload),
            "dm.received" or "dm.sent" => Inside(about, payload, "direct_message_events", ReadDirect.From),
            "dm.read" when payload.Get("direct_message_mark_read_events") is not null => Inside(
                about,
                payload,
                "direct_message_mark_read_events",
                ReadRead.From
            ),
            "chat.received" or "chat.sent" => ReadEncrypted.From(about, payload),
            "oauth.revoke" => [new AccessRevoked(payload.Text("user_id") ?? about.Account)],
            _ when Array.Exists(Uninteresting, start => type.StartsWith(start, StringComparison.Ordinal)) =>
            [
                new OnlyVisible(about.Account, "ignored", Words.Name(type)),
            ],
            _ => [new OnlyVisible(about.Account, "unsupported", Words.Name(type))],
        };
    }

    private static PostItem[] Inside(About about, JsonElement payload, string list, Func<About, JsonElement, IEnumerable<PostItem>> read)
    {
        var found = payload.Get(list).Each().SelectMany(one => Envelope.Guarded(about, one, read)).ToArray();
        return found.Length > 0 ? found : [new OnlyVisible(about.Account, "unreadable", $"geen {list}")];
    }
}
