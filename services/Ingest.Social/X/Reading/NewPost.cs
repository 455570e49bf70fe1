using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A post as the newer generation writes it. A long one's whole text stands in <c>note_tweet</c>.</summary>
internal static class NewPost
{
    /// <summary>Null without an id or an author.</summary>
    public static Post? From(About about, JsonElement post, JsonElement? includes)
    {
        if (People.Id(post) is not { } id || People.Id(post, "author_id") is not { } author)
        {
            return null;
        }

        var note = post.Get("note_tweet");
        var whole = note.Get("text") is null ? post : note!.Value;
        var (files, links) = ReadFiles.FromNew(post, includes, $"{about.Account}|{id}");
        var repliesTo = Referenced(post, "replied_to") ?? People.Id(post, "in_reply_to_tweet_id");
        var first = First(post);
        return new(
            id,
            first ?? id,
            author,
            about.Names.GetValueOrDefault(author),
            PostText.Of(
                whole.Text("text"),
                PostText.Links(whole.Get("entities").Get("urls") ?? post.Get("entities").Get("urls"), links),
                repliesTo is null ? 0 : PostText.VisibleFrom(post)
            ),
            Moments.Of(post, about.AcceptedAt),
            People.Id(post, "conversation_id") ?? repliesTo ?? first ?? id,
            repliesTo,
            People.Other(about.Account, People.Id(post, "in_reply_to_user_id"), post.Get("entities").Get("mentions")),
            Referenced(post, "quoted"),
            Referenced(post, "retweeted") is not null,
            files
        );
    }

    // The versions of an edited post, oldest first.
    private static string? First(JsonElement post) =>
        post.Get("edit_history_tweet_ids") is { ValueKind: JsonValueKind.Array } versions
            ? versions.EnumerateArray().Select(one => People.Valid(((JsonElement?)one).Text())).FirstOrDefault(one => one is not null)
            : null;

    private static string? Referenced(JsonElement post, string type) =>
        post.Get("referenced_tweets")
            .Each()
            .Where(one => one.Text("type") == type)
            .Select(one => People.Id(one))
            .FirstOrDefault(id => id is not null);
}
