using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>What people do in public.</summary>
internal sealed class PublicActs(Walls walls, MetaWebhooks webhooks, SimulatorClock clock)
{
    public WebhookPost? Do(Page page, MetaAct act) =>
        act.Kind switch
        {
            "comment" or "live-comment" => webhooks.Written(New(page, act, act.Person), "add"),
            "own-comment" => webhooks.Written(New(page, act, page.Id), "add"),
            "post" => webhooks.Written(NewPost(page, act), "add"),
            "rating" => Rating(page, act),
            "mention" => Mention(page, act),
            "comment-edit" => Change(act, "edited", comment => comment.Text = act.Text),
            "comment-remove" => Change(act, "remove", comment => comment.Gone = true),
            "comment-hide" => Change(act, "hide", comment => comment.Hidden = true),
            "comment-reaction" => Reaction(page, act),
            _ => null,
        };

    private Comment New(Page page, MetaAct act, string author)
    {
        var post = act.Post ?? (page.IsInstagram ? "17900000000000001" : $"{page.Id}_122000000000000001");
        var id = act.Id ?? (page.IsInstagram ? walls.NewNumber() : $"{post.Split('_')[^1]}_{walls.NewNumber()}");
        var comment = new Comment(id, page, post, act.About, author, act.Name ?? "Inwoner", act.At ?? clock.GetUtcNow())
        {
            Text = act.Text,
            Live = act.Kind == "live-comment",
            Mention = act.Kind == "mention",
        };
        walls.Put(comment);
        return comment;
    }

    private Comment NewPost(Page page, MetaAct act)
    {
        var id = act.Id ?? $"{page.Id}_{walls.NewNumber()}";
        return New(page, act with { Id = id, Post = id, About = null }, act.Person);
    }

    private WebhookPost Rating(Page page, MetaAct act)
    {
        var story = NewPost(page, act);
        var value = new JsonObject
        {
            ["item"] = "rating",
            ["verb"] = "add",
            ["open_graph_story_id"] = story.Id,
            ["reviewer_id"] = act.Person,
            ["reviewer_name"] = story.Name,
            ["recommendation_type"] = "NEGATIVE",
            ["review_text"] = act.Text,
            ["created_time"] = story.At.ToUnixTimeSeconds(),
        };
        return webhooks.Change(page, "ratings", value, story.Id);
    }

    // Instagram tells only where it is; a page tells what, and at times not by whom.
    private WebhookPost Mention(Page page, MetaAct act)
    {
        var comment = New(page, act, act.Person);
        var value = page.IsInstagram
            ? new JsonObject { ["comment_id"] = comment.Id, ["media_id"] = comment.Post }
            : PublicJson.OfPage(comment, "add");
        if (!page.IsInstagram)
            value.Remove("from");
        return webhooks.Change(page, page.IsInstagram ? "mentions" : "mention", value, comment.Id);
    }

    private WebhookPost? Change(MetaAct act, string verb, Action<Comment> change)
    {
        if (act.About is not { } about || walls.Find(about) is not { } comment)
            return null;
        change(comment);
        return webhooks.Written(comment, verb);
    }

    private WebhookPost? Reaction(Page page, MetaAct act)
    {
        if (act.About is not { } about || walls.Find(about) is not { } comment)
            return null;
        var value = PublicJson.OfPage(comment, "add");
        (value["item"], value["reaction_type"]) = ("reaction", act.Text ?? "love");
        value["from"] = new JsonObject { ["id"] = act.Person, ["name"] = act.Name ?? "Inwoner" };
        value.Remove("message");
        return webhooks.Change(page, "feed", value, comment.Id);
    }
}
