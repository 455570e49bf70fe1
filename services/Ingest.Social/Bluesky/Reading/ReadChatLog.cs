using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>
/// A line of the log of direct messages. The log repeats a whole message when it is read or gets a reaction: only the line of its making makes a
/// message.
/// </summary>
internal static class ReadChatLog
{
    private const string Defs = "chat.bsky.convo.defs#";
    private const int TextLimit = 16_384;

    /// <param name="names">Handles by did; the log itself has none.</param>
    public static PostItem From(string account, JsonElement log, DateTimeOffset acceptedAt, IReadOnlyDictionary<string, string> names)
    {
        var type = log.Text("$type") ?? "";
        var kind = Words.Name(type.StartsWith(Defs, StringComparison.Ordinal) ? type[Defs.Length..] : type);
        return kind switch
        {
            "logCreateMessage" => Message(account, log.Get("message"), log.Text("convoId"), acceptedAt, names),
            "logDeleteMessage" => Deletion(account, log.Get("message"), acceptedAt),
            "logAddReaction" or "logRemoveReaction" => Reaction(account, log, kind == "logAddReaction", acceptedAt),
            _ => new OnlyVisible(account, "ignored", kind),
        };
    }

    /// <summary>A message by itself, as getMessages gives it.</summary>
    public static PostItem Message(
        string account,
        JsonElement? told,
        string? convo,
        DateTimeOffset acceptedAt,
        IReadOnlyDictionary<string, string> names
    )
    {
        var message = told ?? default;
        if (message.Text("$type") == Defs + "deletedMessageView")
        {
            return Deletion(account, message, acceptedAt);
        }

        if (Told.Person(message.Get("sender")) is not { } sender || message.Text("id") is not { Length: <= 200 } id)
        {
            return new OnlyVisible(account, "unreadable", "bericht zonder afzender of id");
        }

        if (sender.Ids[0] == account)
        {
            return new OnlyVisible(account, "echo", "bericht van de gemeente zelf");
        }

        var known = sender with { Name = Told.NameOf(names.GetValueOrDefault(sender.Ids[0])) };
        var content = Content(id, known, message, convo) with { SentAt = Told.Moment(message, "sentAt", acceptedAt) };
        var kind = content.Kind == MessageKind.Unsupported ? "unsupported" : "message";
        return new ForRouting(account, kind, "direct", $"{id}|message|", content);
    }

    private static InboundMessage Content(string id, PlatformPerson sender, JsonElement message, string? convo)
    {
        var text = TextOf(message);
        return new(
            id,
            sender,
            Visibility.Private,
            text is null ? MessageKind.Unsupported : MessageKind.Text,
            TextSplitter.Bound(text ?? "Dit soort bericht kan hier niet worden getoond.", TextLimit),
            default,
            Detail: text is null ? "direct" : null,
            ReplyTo: convo is null ? null : new ReplyPlace(Convo: convo).Write()
        );
    }

    private static string? TextOf(JsonElement message)
    {
        var lines = ReadEmbed.From(message.Get("embed"), "").Lines;
        var said = message.Text("text") is { } text ? ReadFacets.Written(text, message.Get("facets")) : null;
        var whole = string.Join('\n', new[] { said ?? "" }.Concat(lines).Where(line => line.Length > 0));
        return whole.Length > 0 ? whole : null;
    }

    private static PostItem Deletion(string account, JsonElement? told, DateTimeOffset acceptedAt)
    {
        var message = told ?? default;
        var sender = Told.Person(message.Get("sender"));
        return message.Text("id") switch
        {
            not { Length: <= 200 } => new OnlyVisible(account, "unreadable", "verwijdering zonder bericht"),
            _ when sender?.Ids[0] == account => new OnlyVisible(account, "ignored", "verwijderd bericht van de gemeente zelf"),
            { } id => new ForRouting(account, "deletion", "direct", $"{id}|deletion|", new InboundDeletion(id, sender, acceptedAt)),
        };
    }

    private static PostItem Reaction(string account, JsonElement log, bool added, DateTimeOffset acceptedAt)
    {
        var reaction = log.Get("reaction") ?? default;
        if (Told.Person(reaction.Get("sender")) is not { } sender || log.Get("message").Text("id") is not { Length: <= 200 } id)
        {
            return new OnlyVisible(account, "unreadable", "reactie zonder afzender of bericht");
        }

        if (sender.Ids[0] == account)
        {
            return new OnlyVisible(account, "ignored", "reactie van de gemeente zelf");
        }

        var emoji = added && reaction.Text("value") is { } value ? TextSplitter.Bound(value, 32) : null;
        var at = Told.Moment(reaction, "createdAt", acceptedAt);
        var revision = log.Text("rev") is { Length: <= 100 } rev ? rev : $"{at.ToUnixTimeMilliseconds()}";
        return new ForRouting(
            account,
            "reaction",
            emoji is null ? "weggehaald" : "reactie",
            $"{id}|reaction|{sender.Ids[0]}|{emoji}|{revision}",
            new InboundReaction(id, sender, emoji, at)
        );
    }
}
