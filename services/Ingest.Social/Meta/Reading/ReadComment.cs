using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>A comment on Instagram, under a post, a reel, an advertisement or a broadcast.</summary>
internal static class ReadComment
{
    public static PostItem From(Source source, JsonElement value, string field)
    {
        if (value.Id("id") is not { } id)
        {
            return new OnlyVisible(source.Account, "unreadable", $"{field} zonder id");
        }

        var text = value.Text("text") is { } told ? TextSplitter.Bound(told, ReadMessage.TextLimit) : null;
        var thread = Thread(value) ?? id;
        var at = value.Time("timestamp", source.At);
        var fromUs = value.Party("from") == source.Account || value.Get("from").Id("self_ig_scoped_id") is not null;
        return fromUs
            ? new ForRouting(source.Account, "echo", field, $"{id}|echo|", Own(id, thread, text, at))
            : new ForRouting(
                source.Account,
                text is null ? "unsupported" : "message",
                field,
                $"{id}|message|",
                new InboundMessage(
                    id,
                    Authors.OfInstagram(value, id),
                    Visibility.Public,
                    text is null ? MessageKind.Unsupported : MessageKind.Text,
                    text ?? "Een reactie zonder tekst.",
                    at,
                    value.Id("parent_id"),
                    Detail: field == "live_comments" || text is null ? field : null,
                    ThreadId: thread,
                    ReplyTo: ReplyPlace.Write(new(at, Comment: id, Live: field == "live_comments"))
                )
            );
    }

    private static InboundEcho Own(string id, string thread, string? text, DateTimeOffset at) =>
        new(id, new([$"ig-thread:{thread}"], null), MessageKind.Text, text, at, null, Visibility.Public, thread);

    // An advertisement is a copy of a post: its comments belong under the post, and at times come for both.
    private static string? Thread(JsonElement value) => value.Get("media").Id("original_media_id") ?? value.Get("media").Id("id");
}
