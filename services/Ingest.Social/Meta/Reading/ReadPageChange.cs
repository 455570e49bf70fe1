using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>What happens to a comment or a visitor's post after it was written.</summary>
internal static class ReadPageChange
{
    public static PostItem Edit(About about)
    {
        if (about.FromUs)
        {
            return Ours(about);
        }

        var text = ReadPageMessage.Text(about.Value);
        return new ForRouting(
            about.Source.Account,
            "edit",
            about.Item,
            $"{about.Id}|edit|{about.Source.At.ToUnixTimeMilliseconds()}|{Ids.Hash(text ?? "")}",
            new InboundEdit(about.Id, Authors.OfPage(about.Value, about.Id), text, about.Source.At)
        );
    }

    public static PostItem Removal(About about) =>
        about.FromUs
            ? Ours(about)
            : new ForRouting(
                about.Source.Account,
                "deletion",
                about.Item,
                $"{about.Id}|deletion|",
                new InboundDeletion(about.Id, Author(about), about.Source.At)
            );

    public static PostItem Hiding(About about, bool hidden) =>
        about.FromUs
            ? Ours(about)
            : new ForRouting(
                about.Source.Account,
                "hiding",
                hidden ? "hide" : "unhide",
                $"{about.Id}|hiding|{hidden}|{about.Source.At.ToUnixTimeMilliseconds()}",
                new InboundHiding(about.Id, Author(about), hidden, about.Source.At)
            );

    /// <param name="comment">Null for a reaction on a post of the page: that answers nothing that is here.</param>
    public static PostItem Reaction(Source source, JsonElement value, string? comment, bool fromUs)
    {
        if (fromUs || comment is null || Authors.PageId(value) is null)
        {
            return new OnlyVisible(source.Account, fromUs ? "echo" : "ignored", Words.Name(value.Text("item")));
        }

        var away = value.Text("verb") == "remove";
        var emoji = away ? null : Emoji.Of(value.Text("reaction_type") ?? "like");
        var author = Authors.OfPage(value, comment);
        var at = value.Time("created_time", source.At);
        return new ForRouting(
            source.Account,
            "reaction",
            away ? "weggehaald" : "reactie",
            $"{comment}|reaction|{author.Ids[0]}|{emoji}|{at.ToUnixTimeMilliseconds()}",
            new InboundReaction(comment, author, emoji, at)
        );
    }

    private static OnlyVisible Ours(About about) =>
        new(about.Source.Account, "echo", $"{about.Item} {Words.Name(about.Value.Text("verb"))}");

    private static PlatformPerson? Author(About about) =>
        Authors.PageId(about.Value) is null ? null : Authors.OfPage(about.Value, about.Id);
}
