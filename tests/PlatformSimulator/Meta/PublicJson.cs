using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>What is written in public, as webhooks carry it.</summary>
internal static class PublicJson
{
    public static JsonObject OfPage(Comment comment, string verb)
    {
        var isPost = comment.Id == comment.Post;
        var value = new JsonObject
        {
            ["item"] = isPost ? "status" : "comment",
            ["verb"] = verb,
            ["post_id"] = comment.Post,
            ["created_time"] = comment.At.ToUnixTimeSeconds(),
            ["from"] = new JsonObject { ["id"] = comment.Author, ["name"] = comment.Name },
        };
        if (!isPost)
        {
            value["comment_id"] = comment.Id;
            value["parent_id"] = comment.Parent ?? comment.Post;
        }

        if (comment.Text is { } text && verb is not ("remove" or "hide" or "unhide"))
            value["message"] = text;
        return value;
    }

    public static JsonObject OfInstagram(Comment comment)
    {
        var from = new JsonObject { ["id"] = comment.Author, ["username"] = comment.Name ?? "inwoner" };
        if (comment.FromPage)
            from["self_ig_scoped_id"] = "9" + comment.Author;
        var value = new JsonObject
        {
            ["id"] = comment.Id,
            ["from"] = from,
            ["text"] = comment.Text,
            ["media"] = new JsonObject { ["id"] = comment.Post, ["media_product_type"] = comment.Live ? "LIVE" : "FEED" },
        };
        if (comment.Parent is { } parent)
            value["parent_id"] = parent;
        return value;
    }
}
