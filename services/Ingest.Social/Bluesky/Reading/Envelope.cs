using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>Anything the network's servers answer or stream, taken apart. Never throws: what cannot be read comes back as such.</summary>
internal static class Envelope
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2048 };
    private static readonly Dictionary<string, string> Nameless = [];

    public static ReadPost Read(ReadOnlyMemory<byte> body, string account, DateTimeOffset acceptedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Deep);
            var items = Walk(document.RootElement, account, acceptedAt).ToArray();
            return new(items, items.Any(item => item.Kind == "unreadable"));
        }
        catch (JsonException)
        {
            return new([new OnlyVisible(account, "unreadable", "geen JSON")], true);
        }
    }

    /// <summary>A page of notifications, as it stands: newest first.</summary>
    public static IEnumerable<PostItem> Notifications(JsonElement body, string account, DateTimeOffset acceptedAt) =>
        body.Get("notifications").Each().Select(one => Guarded(account, () => ReadNotification.From(account, one, acceptedAt)));

    /// <summary>Lines of the log of direct messages, oldest first.</summary>
    public static IEnumerable<PostItem> Logs(
        JsonElement body,
        string account,
        DateTimeOffset acceptedAt,
        IReadOnlyDictionary<string, string> names
    ) => body.Get("logs").Each().Select(one => Guarded(account, () => ReadChatLog.From(account, one, acceptedAt, names)));

    /// <summary>One strange item never takes its neighbours along.</summary>
    public static PostItem Guarded(string account, Func<PostItem> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException)
        {
            return new OnlyVisible(account, "unreadable", exception.GetType().Name);
        }
    }

    private static PostItem[] Walk(JsonElement root, string account, DateTimeOffset acceptedAt)
    {
        PostItem[] items =
        [
            .. Notifications(root, account, acceptedAt),
            .. Logs(root, account, acceptedAt, Nameless),
            .. root.Get("messages")
                .Each()
                .Select(one => Guarded(account, () => ReadChatLog.Message(account, one, null, acceptedAt, Nameless))),
        ];
        return items.Length > 0 ? items : [Guarded(account, () => Other(root, account))];
    }

    // A stream of everybody's records is not what we ask for; one that is given all the same shows what it was of.
    private static OnlyVisible Other(JsonElement root, string account) =>
        root switch
        {
            _ when root.Get("commit").Text("collection") is { } collection => new(account, "ignored", Words.Name(collection)),
            _ when (root.Get("value") ?? root).Text("$type") is { } type => new(account, "ignored", Words.Name(type)),
            _ when root.Text("accessJwt") is not null => new(account, "ignored", "session"),
            _ when root.Text("cursor") is not null || root.Get("notifications") is not null || root.Get("logs") is not null => new(
                account,
                "ignored",
                "leeg"
            ),
            _ => new(account, "unreadable", "niets gevonden"),
        };
}
