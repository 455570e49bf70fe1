using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A message in X's encrypted chat: that there is one can be seen, what it says cannot.</summary>
internal static class ReadEncrypted
{
    private const string Line = "Een versleuteld bericht. De inhoud is alleen in X zelf te lezen.";
    private const int LongestId = 100;

    public static IEnumerable<PostItem> From(About about, JsonElement payload)
    {
        if (payload.Text("id") is not { Length: <= LongestId } id || People.Id(payload, "sender_id") is not { } sender)
        {
            return [new OnlyVisible(about.Account, "unreadable", "chat zonder id of schrijver")];
        }

        var at = payload.Moment("created_at_msec", about.AcceptedAt);
        return [sender == about.Account ? Own(about, payload, id, at) : Question(about, id, sender, at)];
    }

    private static ForRouting Question(About about, string id, string sender, DateTimeOffset at) =>
        new(
            about.Account,
            "unsupported",
            "chat",
            $"{id}|chat|",
            new InboundMessage(
                id,
                People.Person(sender, about.Names.GetValueOrDefault(sender)),
                Visibility.Private,
                MessageKind.Unsupported,
                Line,
                at,
                Detail: "chat"
            )
        );

    // A conversation of two is named by both ids.
    private static PostItem Own(About about, JsonElement payload, string id, DateTimeOffset at)
    {
        var both = payload.Text("conversation_id") is { } told ? TextSplitter.Bound(told, LongestId).Split(':') : [];
        var other = both.Select(People.Valid).FirstOrDefault(one => one is not null && one != about.Account);
        return other is null || both.Length != 2
            ? new OnlyVisible(about.Account, "echo", "chat zonder ontvanger")
            : new ForRouting(
                about.Account,
                "echo",
                "chat",
                $"{id}|echo|",
                new InboundEcho(id, People.Person(other, about.Names.GetValueOrDefault(other)), MessageKind.Unsupported, Line, at, "chat")
            );
    }
}
