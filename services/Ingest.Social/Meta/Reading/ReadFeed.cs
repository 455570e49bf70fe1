using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>What something on a page is about.</summary>
/// <param name="Item">The platform's name of it.</param>
/// <param name="Id">The comment, or the post when it is not about a comment.</param>
/// <param name="FromUs">The page itself did it.</param>
internal readonly record struct About(Source Source, JsonElement Value, string Item, string Id, string? Post, bool IsComment, bool FromUs)
{
    public string Thread => Post ?? Id;
}

/// <summary>
/// What happens on a page, and where it is mentioned: comments, posts of visitors, reactions. What the page itself does comes by the same way
/// and is never a question.
/// </summary>
internal static class ReadFeed
{
    private static readonly string[] Written = ["comment", "post", "status", "photo", "video", "share", "album", "note", "link"];

    public static PostItem From(Source source, JsonElement value, string field)
    {
        var item = Words.Name(value.Text("item"));
        var (comment, post) = (value.Id("comment_id"), value.Id("post_id"));
        var fromUs = Authors.PageId(value) is { } author && author == source.Account;
        if (item is "reaction" or "like")
        {
            return ReadPageChange.Reaction(source, value, comment, fromUs);
        }

        if (!Written.Contains(item) || value.Get("verb") is null)
        {
            return new OnlyVisible(source.Account, "ignored", item == "onbekend" ? $"veld {field}" : item);
        }

        return (comment ?? post) is { } id
            ? ByVerb(new(source, value, item, id, post, comment is not null, fromUs), field)
            : new OnlyVisible(source.Account, "unreadable", $"{item} zonder id");
    }

    private static PostItem ByVerb(About about, string field) =>
        Words.Name(about.Value.Text("verb")) switch
        {
            "add" => about.FromUs ? ReadPageMessage.Own(about) : ReadPageMessage.From(about, field),
            "edit" or "edited" or "update" => ReadPageChange.Edit(about),
            "remove" or "delete" => ReadPageChange.Removal(about),
            "hide" => ReadPageChange.Hiding(about, true),
            "unhide" => ReadPageChange.Hiding(about, false),
            var verb => new OnlyVisible(about.Source.Account, "unsupported", $"{about.Item} {verb}"),
        };
}
