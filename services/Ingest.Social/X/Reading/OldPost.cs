using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A post as the older generation writes it. Above 140 characters the whole text stands in <c>extended_tweet</c>.</summary>
internal static class OldPost
{
    /// <summary>Null without an id or an author.</summary>
    public static Post? From(About about, JsonElement post)
    {
        if (People.Id(post) is not { } id || post.Get("user") is not { } user || People.Id(user) is not { } author)
        {
            return null;
        }

        var whole = post.Get("extended_tweet") is { } extended && extended.Get("full_text") is not null ? extended : post;
        var files = ReadFiles.FromOld(whole.Get("extended_entities") ?? whole.Get("entities"), $"{about.Account}|{id}");
        var repliesTo = People.Id(post, "in_reply_to_status_id");
        var first = People.Valid(post.Get("edit_history").Text("initial_tweet_id")) ?? id;
        return new(
            id,
            first,
            author,
            People.Name(user),
            PostText.Of(
                whole.Text("full_text") ?? whole.Text("text"),
                PostText.Links(whole.Get("entities").Get("urls"), files.Links),
                repliesTo is null ? 0 : PostText.VisibleFrom(whole)
            ),
            Moments.Of(post, about.AcceptedAt),
            repliesTo ?? first,
            repliesTo,
            People.Other(about.Account, People.Id(post, "in_reply_to_user_id"), whole.Get("entities").Get("user_mentions")),
            People.Id(post, "quoted_status_id"),
            post.Get("retweeted_status") is not null,
            files.Files
        );
    }
}
