using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>The change a message stands in, and when the post came.</summary>
internal readonly record struct Change(string Account, JsonElement Value, DateTimeOffset AcceptedAt, string App);

/// <summary>Takes a post apart: entries, changes, and in those messages, statuses, echoes and news about identities.</summary>
internal static class Envelope
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Never throws: what cannot be read comes back as such.</summary>
    public static ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt)
    {
        var items = new List<PostItem>();
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            Walk(document.RootElement, app, acceptedAt, items);
        }
        catch (JsonException)
        {
            items.Add(new OnlyVisible("", "unreadable", "geen JSON"));
        }

        return new(items, items.Exists(item => item.Kind == "unreadable"));
    }

    private static void Walk(JsonElement root, string app, DateTimeOffset acceptedAt, List<PostItem> items)
    {
        if (root.Text("object") is { } kind && kind != "whatsapp_business_account")
        {
            items.Add(new OnlyVisible("", "ignored", $"object {Words.Name(kind)}"));
            return;
        }

        var changes = 0;
        foreach (var entry in root.Get("entry").Each())
        {
            foreach (var change in entry.Get("changes").Each())
            {
                changes++;
                ReadChange(change, app, acceptedAt, items);
            }
        }

        if (changes == 0)
        {
            items.Add(new OnlyVisible("", "unreadable", "geen wijzigingen gevonden"));
        }
    }

    private static void ReadChange(JsonElement element, string app, DateTimeOffset acceptedAt, List<PostItem> items)
    {
        var field = Words.Name(element.Text("field"));
        var value = element.Get("value") ?? default;
        var change = new Change(value.Get("metadata").Text("phone_number_id") ?? "", value, acceptedAt, app);
        var before = items.Count;

        items.AddRange(value.Get("messages").Each().Select(message => Guarded(change, message, ReadMessage.From)));
        items.AddRange(value.Get("statuses").Each().Select(status => Guarded(change, status, ReadStatus.From)));
        items.AddRange(value.Get("message_echoes").Each().Select(echo => Guarded(change, echo, ReadEcho.From)));
        items.AddRange(value.Get("user_id_update").Each().Select(update => Guarded(change, update, ReadIdentity.FromUpdate)));
        items.AddRange(value.Get("calls").Each().Select(call => Guarded(change, call, ReadNotice.FromCall)));
        foreach (var error in value.Get("errors").Each())
        {
            items.Add(new OnlyVisible(change.Account, "unsupported", $"fout {((JsonElement?)error).Number("code")}"));
        }

        if (items.Count == before)
        {
            items.Add(new OnlyVisible(change.Account, "ignored", $"veld {field}"));
        }
    }

    // One strange item never takes its neighbours along.
    private static PostItem Guarded(Change change, JsonElement element, Func<Change, JsonElement, PostItem> read)
    {
        try
        {
            return read(change, element);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException)
        {
            return new OnlyVisible(change.Account, "unreadable", exception.GetType().Name);
        }
    }
}
