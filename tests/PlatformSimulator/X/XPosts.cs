using System.Text.Json;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>Posts: making one, looking one up, hiding a reply.</summary>
internal sealed class XPosts(XWorld world, XCalls calls, XOutbox outbox)
{
    private static readonly string[] Fields = ["text", "reply", "media", "quote_tweet_id", "reply_settings"];

    public Task<IResult> PostAsync(HttpContext http) => calls.TakeAsync(http, "Post", Fields, Create);

    public Task<IResult> HideAsync(string id, HttpContext http) =>
        calls.TakeAsync(
            http,
            "Hide",
            ["hidden"],
            (member, body) =>
                world.Posts.TryGetValue(id, out var post)
                && world.Posts.TryGetValue(post.Thread, out var root)
                && root.Author == member.Account.Id
                    ? Results.Json(new { data = new { hidden = XRules.Part(body, "hidden").ValueKind == JsonValueKind.True } })
                    : XProblem.Of(403, "Forbidden", "You cannot hide this Tweet.")
        );

    /// <summary>An unknown post is a 200 with errors and no data.</summary>
    public IResult Get(string id, HttpContext http)
    {
        if (world.Who(http.Request.Headers.Authorization) is null)
            return XProblem.Unauthorized;
        if (!world.Posts.TryGetValue(id, out var post))
            return Results.Json(
                new
                {
                    errors = new[]
                    {
                        new
                        {
                            resource_id = id,
                            resource_type = "tweet",
                            title = "Not Found Error",
                        },
                    },
                }
            );
        var data = new
        {
            id,
            text = post.Text,
            conversation_id = post.Thread,
        };
        return Results.Json(new { data, includes = new { media = Shown(post, http.Request) } });
    }

    private static object[] Shown(XWorld.Post post, HttpRequest request) =>
        post.MediaKey is { } key
            ?
            [
                new
                {
                    media_key = $"3_{key}",
                    type = "photo",
                    url = $"{request.Scheme}://{request.Host}/x/media/{key}",
                },
            ]
            : [];

    private IResult Create(XWorld.Member member, JsonElement body)
    {
        var text = XRules.Text(body, "text");
        var under = XRules.Text(XRules.Part(body, "reply"), "in_reply_to_tweet_id");
        var media = Media(body);
        if (text is null && media.Length == 0)
            return XProblem.Invalid("Required: either text or media.");
        if (text is not null && XRules.Weight(text) > 280)
            return XProblem.Invalid("Your Tweet text is too long.");
        if (media.Length > 4 || media.Any(id => !world.Media.TryGetValue(id, out var file) || file.Account != member.Account.Id))
            return XProblem.Invalid("Your media IDs are invalid.");
        if (under is not null && !world.Posts.ContainsKey(under))
            return XProblem.PostGone;
        if (
            text is not null
            && world.Received.Any(one => one.Account == member.Account.Id && one.Kind == "post" && one.Text == text && one.Under == under)
        )
            return XProblem.Duplicate;
        return Accept(member, text, under, media);
    }

    private IResult Accept(XWorld.Member member, string? text, string? under, string[] media)
    {
        var parent = under is null ? null : world.Posts[under];
        var id = XWorld.NewId();
        var post = world.Add(new(id, member.Account.Id, text ?? "", under, null, parent?.Thread ?? id, world.Now));
        world.Received.Enqueue(new(id, member.Account.Id, "post", text, under, parent?.Author, post.Thread, media));
        outbox.Later(member, XEvents.Post(world, member, post, old: false, "post.create"));
        return Results.Json(
            new
            {
                data = new
                {
                    id,
                    text,
                    edit_history_tweet_ids = new[] { id },
                },
            },
            statusCode: 201
        );
    }

    private static string[] Media(JsonElement body) =>
        XRules.Part(XRules.Part(body, "media"), "media_ids") is { ValueKind: JsonValueKind.Array } ids
            ? [.. ids.EnumerateArray().Select(id => id.ValueKind == JsonValueKind.String ? id.GetString()! : "")]
            : [];
}
