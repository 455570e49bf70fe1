using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>
/// What the municipality itself sent. From this hub: how the platform confirms one of our answers, with our own id where it gives that back.
/// From elsewhere, such as the page's own inbox: shown as an answer. Never a question.
/// </summary>
internal static class ReadEcho
{
    public static PostItem From(Parties parties, JsonElement item, JsonElement message)
    {
        var (source, id) = (parties.Source, Ids.OrHash(message.Id("mid"), item));
        var at = item.Time("timestamp", source.At);
        if (message.Get("is_deleted") is { ValueKind: JsonValueKind.True })
        {
            return new OnlyVisible(source.Account, "echo", "is_deleted");
        }

        var part = Guid.TryParseExact(message.Text("metadata"), "D", out var own) ? own : (Guid?)null;
        if (part is not null || source.AppId is not null && message.Text("app_id") == source.AppId)
        {
            var status = new MessageStatus(source.App, source.Account, message.Id("mid") ?? "", part, DeliveryState.Sent, null, at);
            return new ForSending(source.Account, "echo", status);
        }

        return parties.Person is { } recipient
            ? Elsewhere(source, id, Contents.Of(message, ""), recipient, at)
            : new OnlyVisible(source.Account, "echo", "zonder ontvanger");
    }

    private static ForRouting Elsewhere(Source source, string id, Contents contents, PlatformPerson recipient, DateTimeOffset at)
    {
        var text = contents.Text is { } said ? TextSplitter.Bound(said, ReadMessage.TextLimit) : null;
        var echo = new InboundEcho(id, recipient, contents.Kind, text, at, contents.Detail);
        return new(source.Account, "echo", contents.Detail ?? "text", $"{id}|echo|", echo);
    }
}
