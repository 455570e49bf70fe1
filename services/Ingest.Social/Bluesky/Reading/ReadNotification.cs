using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>Somebody named, answered or quoted the account; all else a network tells of is shown and goes no further.</summary>
internal static class ReadNotification
{
    /// <summary>A post holds 3,000 bytes and its links and pictures some more; this only guards the store.</summary>
    private const int TextLimit = 16_384;
    private const string Unreadable = "De tekst van dit bericht is niet te lezen.";

    public static PostItem From(string account, JsonElement notification, DateTimeOffset acceptedAt)
    {
        var reason = Words.Name(notification.Text("reason"));
        if (Told.Person(notification.Get("author")) is not { } author || notification.Text("uri") is not { } uri || !AtUri.IsOne(uri))
        {
            return new OnlyVisible(account, "unreadable", $"{reason} zonder afzender of adres");
        }

        if (author.Ids[0] == account)
        {
            return new OnlyVisible(account, "ignored", $"{reason} van de gemeente zelf");
        }

        var at = Told.Moment(notification, "indexedAt", acceptedAt);
        return reason switch
        {
            "mention" or "reply" or "quote" => Message(account, notification, reason, author, at),
            _ => new OnlyVisible(account, "ignored", reason),
        };
    }

    private static ForRouting Message(string account, JsonElement notification, string reason, PlatformPerson author, DateTimeOffset at)
    {
        var uri = notification.Text("uri")!;
        var record = notification.Get("record") ?? default;
        var type = record.Text("$type") is { } told ? Words.Name(told) : "onbekend";
        var embed = ReadEmbed.From(record.Get("embed"), uri);
        var text = TextOf(record, embed);
        var kind =
            type != "app.bsky.feed.post" || text is null ? MessageKind.Unsupported
            : embed.Files.Count > 0 ? MessageKind.Media
            : MessageKind.Text;
        return new ForRouting(
            account,
            kind == MessageKind.Unsupported ? "unsupported" : "message",
            reason,
            $"{uri}|message|",
            new InboundMessage(
                uri,
                author,
                Visibility.Public,
                kind,
                TextSplitter.Bound(text ?? Unreadable, TextLimit),
                at,
                Parent(record),
                embed.Files.Count > 0 ? embed.Files : null,
                kind == MessageKind.Unsupported ? type : reason,
                Root(record)?.Uri ?? uri,
                PlaceOf(notification, record, uri)
            )
        );
    }

    // A lone surrogate makes a string no text: said as such, for the rest of the message is there.
    private static string? TextOf(JsonElement record, Embedded embed)
    {
        var written = record.Get("text");
        var text = written.Text();
        var isEmpty = text is null && written is null or { ValueKind: JsonValueKind.String } && written?.GetRawText() is null or "\"\"";
        if (text is null && !isEmpty)
        {
            return null;
        }

        var whole = text is null ? "" : ReadFacets.Written(text, record.Get("facets"));
        return string.Join('\n', new[] { whole }.Concat(embed.Lines).Where(line => line.Length > 0));
    }

    private static string? Parent(JsonElement record) =>
        record.Get("reply").Get("parent").Text("uri") is { } uri && AtUri.IsOne(uri) ? uri : null;

    private static (string Uri, string Cid)? Root(JsonElement record)
    {
        var root = record.Get("reply").Get("root");
        return root.Text("uri") is { } uri && AtUri.IsOne(uri) && root.Text("cid") is { Length: <= 100 } cid ? (uri, cid) : null;
    }

    private static string? PlaceOf(JsonElement notification, JsonElement record, string uri)
    {
        var cid = notification.Text("cid") is { Length: <= 100 } told ? told : null;
        var root = Root(record);
        return (new ReplyPlace(uri, cid, root?.Uri ?? uri, root is null ? cid : root.Value.Cid)).Write()
            ?? new ReplyPlace(uri, cid, uri, cid).Write();
    }
}
