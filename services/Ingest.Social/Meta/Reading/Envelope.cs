using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Takes a post apart: entries, and in those the messages (own or another app's) and the changes of a page or an Instagram account.</summary>
internal static class Envelope
{
    /// <summary>The platform documents a thousand updates in a post; far more is kept whole and not taken apart.</summary>
    private const int MostItems = 5_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Never throws: what cannot be read comes back as such.</summary>
    /// <param name="appId">The platform's id of the app, if it is configured.</param>
    public static ReadPost Read(ReadOnlyMemory<byte> body, string app, string? appId, DateTimeOffset acceptedAt)
    {
        var items = new List<PostItem>();
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            Walk(document.RootElement, new("", "", app, appId, acceptedAt, acceptedAt), items);
        }
        catch (JsonException)
        {
            items.Add(new OnlyVisible("", "unreadable", "geen JSON"));
        }

        return new(items, items.Exists(item => item.Kind == "unreadable"));
    }

    private static void Walk(JsonElement root, Source source, List<PostItem> items)
    {
        var kind = root.Text("object");
        if (kind is not (null or "page" or "instagram"))
        {
            items.Add(new OnlyVisible("", "ignored", $"object {Words.Name(kind)}"));
            return;
        }

        var entries = 0;
        foreach (var entry in root.Get("entry").Each())
        {
            entries++;
            foreach (var item in ReadEntry(entry, kind, source))
            {
                if (items.Count >= MostItems)
                {
                    items.Add(new OnlyVisible("", "unreadable", $"meer dan {MostItems} gebeurtenissen"));
                    return;
                }

                items.Add(item);
            }
        }

        if (entries == 0)
        {
            items.Add(new OnlyVisible("", "unreadable", "geen gebeurtenissen gevonden"));
        }
    }

    private static IEnumerable<PostItem> ReadEntry(JsonElement entry, string? kind, Source post)
    {
        var isInstagram = kind == "instagram" || kind is null && !IsPage(entry);
        var account = entry.Id("id") ?? "";
        var source = post with { Account = account, At = entry.Time("time", post.AcceptedAt) };
        var messages = source with { Channel = isInstagram ? Channel.Instagram : Channel.Messenger };
        var changes = source with { Channel = isInstagram ? Channel.Instagram : Channel.Facebook };
        var read = entry
            .Get("messaging")
            .Each()
            .SelectMany(item => Guarded(messages, item, ReadMessaging.From))
            .Concat(entry.Get("standby").Each().SelectMany(item => Guarded(messages, item, ReadMessaging.FromStandby)))
            .Concat(entry.Get("changes").Each().SelectMany(item => Guarded(changes, item, ReadChange.From)))
            .Concat(entry.Get("field") is null ? [] : Guarded(changes, entry, ReadChange.From));
        return read.DefaultIfEmpty(Nothing(changes));
    }

    private static OnlyVisible Nothing(Source source) => new(source.Account, "ignored", "lege melding") { Channel = source.Channel };

    // Posts without `object` are made by the dashboard and by older versions: what a page alone has tells which it is.
    private static bool IsPage(JsonElement entry) =>
        entry.Get("changes").Each().Any(change => change.Text("field") is "feed" or "mention" or "ratings");

    // One strange item never takes its neighbours along.
    private static IReadOnlyList<PostItem> Guarded(
        Source source,
        JsonElement element,
        Func<Source, JsonElement, IEnumerable<PostItem>> read
    )
    {
        try
        {
            return [.. read(source, element).Select(item => item.Channel is null ? item with { Channel = source.Channel } : item)];
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException)
        {
            return [new OnlyVisible(source.Account, "unreadable", exception.GetType().Name) { Channel = source.Channel }];
        }
    }
}
