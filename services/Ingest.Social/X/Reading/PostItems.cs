using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>What a public post means to this hub.</summary>
internal static class PostItems
{
    /// <param name="post">Null when it lacked what makes it a post.</param>
    /// <param name="kind">Name of the event, for when it could not be read.</param>
    public static IEnumerable<PostItem> Of(About about, Post? post, string kind) =>
        post switch
        {
            null => [new OnlyVisible(about.Account, "unreadable", $"{kind} zonder id of schrijver")],
            { IsRepost: true } => [new OnlyVisible(about.Account, "ignored", "repost")],
            _ when post.Author == about.Account => [Own(about, post)],
            // Told as a new message too: the first version may not have named the municipality. Routing knows what it has.
            { IsEdited: true } => [Question(about, post), Edit(about, post)],
            _ => [Question(about, post)],
        };

    private static ForRouting Question(About about, Post post) =>
        new(
            about.Account,
            "message",
            Kind(post),
            $"{post.FirstId}|post|",
            new InboundMessage(
                post.FirstId,
                People.Person(post.Author, post.Name),
                Visibility.Public,
                post.Files.Count > 0 ? MessageKind.Media : MessageKind.Text,
                post.Text,
                post.At,
                post.RepliesTo ?? post.Quotes,
                post.Files.Count > 0 ? post.Files : null,
                ThreadId: post.Thread,
                ReplyTo: post.Id
            )
        );

    private static ForRouting Edit(About about, Post post) =>
        new(
            about.Account,
            "edit",
            Kind(post),
            $"{post.FirstId}|edit|{post.Id}",
            new InboundEdit(post.FirstId, People.Person(post.Author, post.Name), post.Text, post.At)
        );

    private static PostItem Own(About about, Post post) =>
        post is { RepliesTo: not null, For: { } recipient }
            ? new ForRouting(
                about.Account,
                "echo",
                Kind(post),
                $"{post.Id}|echo|",
                new InboundEcho(
                    post.Id,
                    People.Person(recipient, about.Names.GetValueOrDefault(recipient)),
                    post.Files.Count > 0 ? MessageKind.Media : MessageKind.Text,
                    post.Text,
                    post.At,
                    Visibility: Visibility.Public,
                    ThreadId: post.Thread
                )
            )
            : new OnlyVisible(about.Account, "echo", "eigen bericht aan iedereen");

    private static string Kind(Post post) =>
        post.RepliesTo is not null ? "reply"
        : post.Quotes is not null ? "quote"
        : "mention";
}
