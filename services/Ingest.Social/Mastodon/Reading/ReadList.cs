using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>A list of notifications, requests, conversations or posts, oldest first whatever order it came in.</summary>
internal static class ReadList
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Null when it is no JSON at all, as the page of a proxy is.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Never throws: what cannot be read comes back as such.</summary>
    public static ReadPost Read(Origin origin, JsonElement list, Func<string?, string?>? rootOf = null)
    {
        var all = list.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? ((JsonElement?)list).Each() : [list];
        var items = all.Reverse().Select(one => Guarded(origin, one, rootOf ?? (_ => null))).ToList();
        return new(items, items.Exists(item => item.Kind == "unreadable"));
    }

    private static PostItem One(Origin origin, JsonElement element, Func<string?, string?> rootOf) =>
        element switch
        {
            _ when element.Get("type") is not null && element.Get("content") is null => ReadNotification.From(origin, element, rootOf),
            _ when element.Get("last_status") is { } status => ReadStatus.Message(origin, status, "mention", rootOf(status.Text("id"))),
            _ when element.Get("content") is not null => Post(origin, element, rootOf),
            _ => new OnlyVisible(origin.Account, "unreadable", "geen melding en geen bericht"),
        };

    private static PostItem Post(Origin origin, JsonElement status, Func<string?, string?> rootOf) =>
        ReadStatus.IsOwn(origin, status) ? ReadStatus.Own(origin, status)
        : status.Get("edited_at") is not null ? ReadStatus.Edit(origin, status)
        : ReadStatus.Message(origin, status, "mention", rootOf(status.Text("id")));

    // One strange item never takes its neighbours along.
    private static PostItem Guarded(Origin origin, JsonElement element, Func<string?, string?> rootOf)
    {
        try
        {
            return One(origin, element, rootOf);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            return new OnlyVisible(origin.Account, "unreadable", exception.GetType().Name);
        }
    }
}
