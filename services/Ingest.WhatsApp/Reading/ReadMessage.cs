using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>What a message holds, once its type is known.</summary>
internal sealed record Contents(
    MessageKind Kind,
    string? Text,
    string? Detail = null,
    IReadOnlyList<InboundAttachment>? Attachments = null
);

/// <summary>A message of a resident, of any type; a type this version does not know becomes "unsupported" with its name.</summary>
internal static class ReadMessage
{
    /// <summary>Longer texts are cut; WhatsApp itself stops at 4096 (body) or 1024 (caption), so this only guards the store.</summary>
    private const int TextLimit = 16_384;

    public static PostItem From(Change change, JsonElement message)
    {
        var type = Words.Name(message.Text("type"));
        if (type == "system")
        {
            return ReadIdentity.FromSystem(change, message);
        }

        if (ReadPerson.From(message, change.Value) is not { } author)
        {
            return new OnlyVisible(change.Account, "unreadable", $"{type} zonder afzender");
        }

        var id = PlatformId(message);
        var at = message.Moment("timestamp", change.AcceptedAt);
        return type switch
        {
            "reaction" => Reaction(change, message, id, author, at),
            "edit" => Edit(change, message, id, author, at),
            "revoke" => Revoke(change, message, id, author, at),
            _ => Plain(change, message, type, id, author, at),
        };
    }

    /// <summary>Without an id of the platform the bytes themselves tell a redelivery from a new message.</summary>
    public static string PlatformId(JsonElement message) =>
        message.Text("id") ?? "raw:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.GetRawText())));

    /// <summary>What is in it, by type.</summary>
    public static Contents Contents(JsonElement message, string type, string fileSeed) =>
        type switch
        {
            "text" when message.Get("text").Text("body") is { } body => new(MessageKind.Text, body),
            "image" or "video" or "audio" or "voice" or "document" or "sticker" => ReadMedia.From(message, type, fileSeed),
            "location" => ReadPlace.From(message),
            "contacts" => ReadContacts.From(message),
            "button" or "interactive" => ReadChoice.From(message, type),
            "order" => ReadNotice.FromOrder(message),
            _ => Unsupported(message, type),
        };

    private static ForRouting Plain(Change change, JsonElement message, string type, string id, PlatformPerson author, DateTimeOffset at)
    {
        var contents = Contents(message, type, $"{change.Account}|{id}");
        var unsupported = contents.Kind == MessageKind.Unsupported;
        return new ForRouting(
            change.Account,
            unsupported ? "unsupported" : "message",
            unsupported ? contents.Detail ?? type : type,
            $"{id}|message|",
            new InboundMessage(
                id,
                author,
                Visibility.Private,
                contents.Kind,
                contents.Text is { } text ? TextSplitter.Bound(text, TextLimit) : null,
                at,
                message.Get("context").Text("id"),
                contents.Attachments,
                contents.Detail ?? (message.Get("group_id") is null ? null : "group")
            )
        );
    }

    private static ForRouting Reaction(Change change, JsonElement message, string id, PlatformPerson author, DateTimeOffset at)
    {
        var target = message.Get("reaction").Text("message_id") ?? "";
        var emoji = message.Get("reaction").Text("emoji");
        var content = new InboundReaction(target, author, emoji is null ? null : TextSplitter.Bound(emoji, 32), at);
        return new(
            change.Account,
            "reaction",
            emoji is null ? "weggehaald" : "reactie",
            $"{id}|reaction|{target}|{emoji}|{at.ToUnixTimeMilliseconds()}",
            content
        );
    }

    private static PostItem Edit(Change change, JsonElement message, string id, PlatformPerson author, DateTimeOffset at)
    {
        var edit = message.Get("edit");
        if ((edit.Text("original_message_id") ?? edit.Text("message_id") ?? message.Get("context").Text("id")) is not { } original)
        {
            return new OnlyVisible(change.Account, "unreadable", "edit zonder bericht");
        }

        var body = edit.Get("message") ?? edit ?? default;
        var type = Words.Name(body.Text("type"));
        var text = body.Get("text").Text("body") ?? body.Get(type).Text("caption") ?? message.Get("text").Text("body");
        return new ForRouting(
            change.Account,
            "edit",
            type,
            $"{original}|edit|{id}",
            new InboundEdit(original, author, text is null ? null : TextSplitter.Bound(text, TextLimit), at)
        );
    }

    private static PostItem Revoke(Change change, JsonElement message, string id, PlatformPerson author, DateTimeOffset at)
    {
        var revoke = message.Get("revoke");
        return (revoke.Text("original_message_id") ?? revoke.Text("message_id") ?? message.Get("context").Text("id")) is { } original
            ? new ForRouting(change.Account, "deletion", "revoke", $"{original}|deletion|{id}", new InboundDeletion(original, author, at))
            : new OnlyVisible(change.Account, "unreadable", "revoke zonder bericht");
    }

    private static Contents Unsupported(JsonElement message, string type)
    {
        var named = type == "unsupported" && message.Get("unsupported").Text("type") is { } told ? Words.Name(told) : type;
        return new(MessageKind.Unsupported, "Dit soort bericht kan hier niet worden getoond.", named);
    }
}
