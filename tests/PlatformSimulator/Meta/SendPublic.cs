using System.Text.Json;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>Comments of the page itself, and hiding those of others.</summary>
internal sealed class SendPublic(Pages pages, Walls walls, Mishap mishap, MetaWebhooks webhooks, SimulatorClock clock)
{
    /// <summary><c>POST /{comment or post}/comments</c> on a page.</summary>
    public Task<IResult> Comment(string id, HttpRequest request) => Below(id, request, false);

    /// <summary><c>POST /{comment}/replies</c> on Instagram.</summary>
    public Task<IResult> Reply(string id, HttpRequest request) => Below(id, request, true);

    /// <summary><c>POST /{account}/mentions</c>: on somebody else's media.</summary>
    public Task<IResult> Mention(string id, HttpRequest request) =>
        Caller.Answering(async () =>
        {
            if (pages.Find(id) is not { IsInstagram: true } page)
                throw new RefusedException(GraphError.UnknownObject(id));
            request.MayUse(page);
            var body = await request.Body("message", "media_id", "comment_id");
            var about = body.Text("comment_id") ?? body.Text("media_id") ?? throw Caller.Refuse("The parameter media_id is required.");
            if (walls.Find(about) is not { Mention: true } comment)
                throw new RefusedException(GraphError.UnknownObject(about));
            return await mishap.Around(page, about, request.HttpContext, () => Accept(comment, Text(body, 2200)));
        });

    /// <summary><c>POST /{comment}</c> with <c>is_hidden</c> (page) or <c>hide</c> (Instagram).</summary>
    public Task<IResult> Hide(string id, HttpRequest request) =>
        Caller.Answering(async () =>
        {
            var comment = Known(id);
            request.MayUse(comment.Page);
            var name = comment.Page.IsInstagram ? "hide" : "is_hidden";
            var body = await request.Body(name);
            var hidden = body.Part(name).ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw Caller.Refuse($"Param {name} must be a boolean."),
            };
            return await mishap.Around(
                comment.Page,
                id,
                request.HttpContext,
                () =>
                {
                    comment.Hidden = hidden;
                    webhooks.Hidden(comment);
                    return Results.Json(new { success = true });
                }
            );
        });

    private Task<IResult> Below(string id, HttpRequest request, bool isInstagram) =>
        Caller.Answering(async () =>
        {
            var comment = Known(id);
            request.MayUse(comment.Page);
            if (comment.Page.IsInstagram != isInstagram)
                throw new RefusedException(GraphError.UnknownObject(id));
            if (comment.Mention && isInstagram || comment.Live || comment.Hidden && isInstagram)
                throw Caller.Refuse("This comment cannot be replied to.");
            var text = Text(await request.Body("message"), isInstagram ? 2200 : 8000);
            return await mishap.Around(comment.Page, id, request.HttpContext, () => Accept(comment, text));
        });

    private IResult Accept(Comment about, string text)
    {
        var parent = about.Id == about.Post ? null : about.Id;
        var page = about.Page;
        if (
            !page.IsInstagram
            && walls.Comments.Any(one => one.FromPage && one.Parent == parent && one.Post == about.Post && one.Text == text)
        )
            return MetaErrors.Twice.ToResult();
        var id = page.IsInstagram ? walls.NewNumber() : $"{about.Post.Split('_')[^1]}_{walls.NewNumber()}";
        var own = new Comment(id, page, about.Post, parent, page.Id, page.Name, clock.GetUtcNow()) { Text = text };
        walls.Put(own);
        webhooks.Written(own, "add");
        return Results.Json(new { id });
    }

    private Comment Known(string id) =>
        walls.Find(id) is { Gone: false } comment ? comment : throw new RefusedException(GraphError.UnknownObject(id));

    private static string Text(JsonElement body, int limit) =>
        body.Text("message") is { } text && text.Trim().Length > 0 && text.Length <= limit
            ? text
            : throw Caller.Refuse("The parameter message is required and has a limit.");
}
