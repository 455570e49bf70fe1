using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>A review of the page, and what is said below it: public, and answered below it.</summary>
internal static class ReadRating
{
    public static PostItem From(Source source, JsonElement value)
    {
        if (value.Id("comment_id") is not null)
        {
            return ReadFeed.From(source, value, "ratings");
        }

        if (value.Id("open_graph_story_id") is not { } story || value.Text("item") != "rating")
        {
            return new OnlyVisible(source.Account, "ignored", $"ratings {Words.Name(value.Text("item"))}");
        }

        var reviewer = value.Id("reviewer_id");
        var author = new PlatformPerson(
            [reviewer is null ? $"fb-comment:{story}" : $"fb:{reviewer}"],
            Authors.Name(value.Text("reviewer_name"))
        );
        return reviewer == source.Account ? new OnlyVisible(source.Account, "echo", "rating") : ByVerb(source, value, story, author);
    }

    private static ForRouting ByVerb(Source source, JsonElement value, string story, PlatformPerson author)
    {
        var (kind, key, content) = value.Text("verb") switch
        {
            "remove" or "delete" => ("deletion", "deletion|", new InboundDeletion(story, author, source.At)),
            "edit" or "edited" or "update" => (
                "edit",
                $"edit|{source.At.ToUnixTimeMilliseconds()}",
                new InboundEdit(story, author, Verdict(value), source.At)
            ),
            _ => ("message", "message|", (InboundContent)Message(story, author, Verdict(value), value.Time("created_time", source.At))),
        };
        return new(source.Account, kind, "rating", $"{story}|{key}", content);
    }

    private static InboundMessage Message(string story, PlatformPerson author, string text, DateTimeOffset at) =>
        new(
            story,
            author,
            Visibility.Public,
            MessageKind.Notice,
            text,
            at,
            Detail: "rating",
            ThreadId: story,
            ReplyTo: ReplyPlace.Write(new(at, Post: story))
        );

    private static string Verdict(JsonElement value)
    {
        var recommended = value.Text("recommendation_type")?.ToUpperInvariant();
        var verdict =
            value.Text("rating") is { Length: 1 } stars ? $"Beoordeling: {stars} van 5."
            : recommended == "POSITIVE" ? "Beveelt de pagina aan."
            : recommended == "NEGATIVE" ? "Beveelt de pagina niet aan."
            : "Beoordeling van de pagina.";
        return value.Text("review_text") is { } text ? $"{verdict}\n{TextSplitter.Bound(text, ReadMessage.TextLimit)}" : verdict;
    }
}
