using System.Globalization;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>What the network shows an account: notifications, newest first and paged backwards; posts; people.</summary>
internal static class Views
{
    private const string Empty = "empty:";

    public static IResult Notifications(HttpRequest request, World world, string? cursor = null, int limit = 50)
    {
        var person = Sessions.Who(request, world);
        if (limit is < 1 or > 100)
            throw new XrpcError(400, "InvalidRequest", "Error: limit must be between 1 and 100");
        var reasons = request.Query["reasons"];
        lock (world.Gate)
        {
            if (world.EmptyPages && cursor?.StartsWith(Empty, StringComparison.Ordinal) != true)
                return Page([], Empty + cursor);
            var before = cursor?.Replace(Empty, "", StringComparison.Ordinal) is { Length: > 0 } told
                ? DateTimeOffset.Parse(told, CultureInfo.InvariantCulture)
                : DateTimeOffset.MaxValue;
            Notification[] page =
            [
                .. person
                    .Notifications.Where(one => one.At < before && (reasons.Count == 0 || reasons.Contains(one.Reason)))
                    .OrderByDescending(one => one.At)
                    .Take(limit),
            ];
            return Page([.. page.Select(one => View(one, world))], page.Length == limit ? Moment(page[^1].At) : null);
        }
    }

    public static IResult Posts(HttpRequest request, World world)
    {
        Sessions.Who(request, world);
        if (request.Query["uris"].Count is 0 or > 25)
            throw new XrpcError(400, "InvalidRequest", "Error: uris must have 1 to 25 elements");
        lock (world.Gate)
        {
            var found = request.Query["uris"].Select(uri => world.Posts.GetValueOrDefault(uri ?? "")).OfType<Post>();
            return Results.Json(new JsonObject { ["posts"] = new JsonArray([.. found.Select(post => View(post, request, world))]) });
        }
    }

    public static IResult Profiles(HttpRequest request, World world)
    {
        Sessions.Who(request, world);
        lock (world.Gate)
        {
            var found = request.Query["actors"].Select(did => world.People.GetValueOrDefault(did ?? "")).OfType<Person>();
            return Results.Json(new JsonObject { ["profiles"] = new JsonArray([.. found.Select(person => Author(person.Did, world))]) });
        }
    }

    public static IResult Picture(string did, string cid, World world)
    {
        lock (world.Gate)
            return world.Blobs.TryGetValue($"{did}/{cid}", out var blob) ? Results.Bytes(blob.Content, blob.Type) : Results.NotFound();
    }

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static IResult Page(JsonArray notifications, string? cursor)
    {
        var page = new JsonObject { ["notifications"] = notifications, ["priority"] = false };
        if (cursor is not null)
            page["cursor"] = cursor;
        return Results.Json(page);
    }

    private static JsonObject View(Notification one, World world) =>
        new()
        {
            ["uri"] = one.Post.Uri,
            ["cid"] = one.Post.Cid,
            ["author"] = Author(one.Post.Author, world),
            ["reason"] = one.Reason,
            ["record"] = one.Post.Record.DeepClone(),
            ["isRead"] = false,
            ["indexedAt"] = Moment(one.At),
            ["labels"] = new JsonArray(),
        };

    private static JsonObject View(Post post, HttpRequest request, World world)
    {
        var view = new JsonObject
        {
            ["uri"] = post.Uri,
            ["cid"] = post.Cid,
            ["author"] = Author(post.Author, world),
            ["record"] = post.Record.DeepClone(),
            ["indexedAt"] = Moment(post.IndexedAt),
        };
        if (post.Record["embed"]?["images"] is JsonArray images)
        {
            var links = images.Select(image => (string?)image?["image"]?["ref"]?["$link"]);
            var shown = links.Select(cid => new JsonObject
            {
                ["fullsize"] = $"{request.Scheme}://{request.Host}/bluesky-pictures/{post.Author}/{cid}",
            });
            view["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.images#view", ["images"] = new JsonArray([.. shown]) };
        }
        return view;
    }

    private static JsonObject Author(string did, World world) =>
        new() { ["did"] = did, ["handle"] = world.People.TryGetValue(did, out var person) ? person.Handle : "handle.invalid" };
}
