using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Files;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>A comment or a visitor's post; and what the page itself wrote.</summary>
internal static class ReadPageMessage
{
    public static ForRouting From(About about, string field)
    {
        var photos = Photos(about.Value, $"{about.Source.Account}|{about.Id}");
        var words = Said(about.Value);
        var kind =
            photos.Count > 0 ? MessageKind.Media
            : words is null ? MessageKind.Unsupported
            : MessageKind.Text;
        var parent = about.IsComment ? about.Value.Id("parent_id") : null;
        var at = about.Value.Time("created_time", about.Source.At);
        var content = new InboundMessage(
            about.Id,
            Authors.OfPage(about.Value, about.Id),
            Visibility.Public,
            kind,
            words ?? (kind == MessageKind.Media ? null : "Een bericht zonder tekst."),
            at,
            parent == about.Post ? null : parent,
            photos.Count > 0 ? photos : null,
            kind == MessageKind.Unsupported || field == "mention" ? about.Item : null,
            about.Thread,
            ReplyPlace.Write(about.IsComment ? new(at, Comment: about.Id) : new(at, Post: about.Id))
        );
        var name = field == "mention" ? $"mention {about.Item}" : about.Item;
        return new(
            about.Source.Account,
            kind == MessageKind.Unsupported ? "unsupported" : "message",
            name,
            $"{about.Id}|message|",
            content
        );
    }

    /// <summary>To whom it was written is not told: Routing looks under the same post. A post of the page itself answers nobody.</summary>
    public static PostItem Own(About about)
    {
        if (!about.IsComment)
        {
            return new OnlyVisible(about.Source.Account, "echo", about.Item);
        }

        var text = Text(about.Value);
        var echo = new InboundEcho(
            about.Id,
            new([$"fb-thread:{about.Thread}"], null),
            text is null ? MessageKind.Media : MessageKind.Text,
            text,
            about.Value.Time("created_time", about.Source.At),
            null,
            Visibility.Public,
            about.Thread
        );
        return new ForRouting(about.Source.Account, "echo", about.Item, $"{about.Id}|echo|", echo);
    }

    public static string? Text(JsonElement value) =>
        value.Text("message") is { } told ? TextSplitter.Bound(told, ReadMessage.TextLimit) : null;

    private static string? Said(JsonElement value)
    {
        var link = value.Text("link") is { } address && !PlatformHosts.IsOurs(address) ? TextSplitter.Bound(address, 1_000) : null;
        var lines = new[] { Text(value), link }.Where(line => line is not null).ToArray();
        return lines.Length > 0 ? string.Join('\n', lines) : null;
    }

    private static List<InboundAttachment> Photos(JsonElement value, string seed)
    {
        var more = value.Get("photos") is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().Select(one => ((JsonElement?)one).Text())
            : [];
        return
        [
            .. new[] { value.Text("photo"), value.Text("video"), value.Text("link") }
                .Concat(more)
                .OfType<string>()
                .Where(address => address.Length <= 4_000 && PlatformHosts.IsOurs(address))
                .Distinct()
                .Take(20)
                .Select((address, number) => new InboundAttachment(FileIds.Of(seed, $"{number}|photo"), address, "image/jpeg", null, null)),
        ];
    }
}
