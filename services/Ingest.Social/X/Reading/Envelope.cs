using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>For which account an event came, when, and what people in it are called.</summary>
internal sealed record About(string Account, string App, DateTimeOffset AcceptedAt, IReadOnlyDictionary<string, string> Names);

/// <summary>The owner of the account took our access away. Nothing for Routing; the account's health shows it.</summary>
internal sealed record AccessRevoked(string Account) : PostItem(Account, "ignored", "toegang ingetrokken");

/// <summary>Takes a post of either generation apart: the older Account Activity, and the newer X Activity with its <c>data</c>.</summary>
internal static class Envelope
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Never throws: what cannot be read comes back as such.</summary>
    public static ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt)
    {
        var items = new List<PostItem>();
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            items.AddRange(Walk(document.RootElement, app, acceptedAt));
        }
        catch (JsonException)
        {
            items.Add(new OnlyVisible("", "unreadable", "geen JSON"));
        }

        if (items.Count == 0)
        {
            items.Add(new OnlyVisible("", "unreadable", "geen gebeurtenissen gevonden"));
        }

        return new(items, items.Exists(item => item.Kind == "unreadable"));
    }

    /// <summary>Reads one thing; a strange one never takes its neighbours along.</summary>
    public static IEnumerable<PostItem> Guarded(About about, JsonElement element, Func<About, JsonElement, IEnumerable<PostItem>> read)
    {
        try
        {
            return read(about, element).ToArray();
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException or JsonException)
        {
            return [new OnlyVisible(about.Account, "unreadable", exception.GetType().Name)];
        }
    }

    private static IEnumerable<PostItem> Walk(JsonElement root, string app, DateTimeOffset acceptedAt) =>
        root.Get("data") is { } data
            ? ((JsonElement?)data).Each().SelectMany(one => Activity.Read(one, app, acceptedAt))
            : AccountActivity.Read(root, app, acceptedAt);
}
