using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>A private message: of a resident, or of the municipality itself.</summary>
internal static class ReadMessage
{
    /// <summary>Longer texts are cut; the platform itself stops at 2,000, so this only guards the store.</summary>
    public const int TextLimit = 16_384;

    public static PostItem From(Parties parties, JsonElement item, JsonElement message)
    {
        if (parties.FromUs)
        {
            return ReadEcho.From(parties, item, message);
        }

        if (parties.Person is not { } author)
        {
            return new OnlyVisible(parties.Source.Account, "unreadable", "bericht zonder afzender");
        }

        var id = Ids.OrHash(message.Id("mid"), item);
        var at = item.Time("timestamp", parties.Source.At);
        if (message.Get("is_deleted") is { ValueKind: JsonValueKind.True })
        {
            return new ForRouting(parties.Source.Account, "deletion", "message", $"{id}|deletion|", new InboundDeletion(id, author, at));
        }

        return Routed(parties, id, Contents.Of(message, $"{parties.Source.Account}|{id}"), message.Get("reply_to").Id("mid"), at);
    }

    /// <summary>A pressed button or a menu choice.</summary>
    public static PostItem Postback(Parties parties, JsonElement item, JsonElement postback)
    {
        if (parties.Person is null || parties.FromUs)
        {
            return new OnlyVisible(parties.Source.Account, parties.FromUs ? "echo" : "unreadable", "postback");
        }

        var id = Ids.OrHash(postback.Id("mid"), item);
        var chosen = Contents.Choice(postback.Text("title") ?? postback.Text("payload"), "postback");
        return Routed(parties, id, chosen, null, item.Time("timestamp", parties.Source.At));
    }

    private static ForRouting Routed(Parties parties, string id, Contents contents, string? quoted, DateTimeOffset at)
    {
        var unsupported = contents.Kind == MessageKind.Unsupported;
        return new ForRouting(
            parties.Source.Account,
            unsupported ? "unsupported" : "message",
            contents.Detail ?? "text",
            $"{id}|message|",
            new InboundMessage(
                id,
                parties.Person!,
                Visibility.Private,
                contents.Kind,
                contents.Text is { } text ? TextSplitter.Bound(text, TextLimit) : null,
                at,
                quoted,
                contents.Attachments,
                contents.Detail,
                ReplyTo: ReplyPlace.Write(new(At: at))
            )
        );
    }
}
