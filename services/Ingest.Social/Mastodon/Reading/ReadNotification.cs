using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>One notification: a mention or a quote is a message, a star on an answer a reaction; of all else is kept that it was.</summary>
internal static class ReadNotification
{
    /// <summary>Whether it brings a message, which is read from the list and never from the stream.</summary>
    public static bool IsMessage(JsonElement notification) => notification.Text("type") is "mention" or "quote";

    /// <param name="rootOf">The first post of the thread of a post, when it was looked up.</param>
    public static PostItem From(Origin origin, JsonElement notification, Func<string?, string?> rootOf)
    {
        var type = Words.Name(notification.Text("type"));
        return (type, notification.Get("status")) switch
        {
            ("mention" or "quote", { } status) => ReadStatus.Message(origin, status, type, rootOf(status.Text("id"))),
            ("mention" or "quote", null) => new OnlyVisible(origin.Account, "ignored", $"{type} van een bericht dat weg is"),
            ("favourite", { } status) => Star(origin, notification, status),
            _ => new OnlyVisible(origin.Account, "ignored", type),
        };
    }

    // Only on an answer: who likes a general post of the municipality did not write to it, and is not kept.
    private static PostItem Star(Origin origin, JsonElement notification, JsonElement status)
    {
        var at = ReadStatus.Moment(notification.Text("created_at"), origin.At);
        return
            ReadStatus.IsOwn(origin, status)
            && status.Text("in_reply_to_id") is not null
            && status.Text("id") is { } target
            && ReadPerson.From(notification.Get("account")) is { } author
            ? new ForRouting(
                origin.Account,
                "reaction",
                "favourite",
                $"{target}|reaction|{author.Ids[0]}",
                new InboundReaction(target, author, "⭐", at)
            )
            : new OnlyVisible(origin.Account, "ignored", "favourite");
    }
}
