using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>Records of an account: written under a key, read by anybody.</summary>
internal static class Repo
{
    private const string Collection = "app.bsky.feed.post";

    public static IResult Create(JsonElement body, HttpRequest request, World world) => Write(body, request, world, isPut: false);

    public static IResult Put(JsonElement body, HttpRequest request, World world) => Write(body, request, world, isPut: true);

    public static IResult Get(string repo, string collection, string rkey, World world)
    {
        lock (world.Gate)
        {
            var uri = $"at://{world.Find(repo).Did}/{collection}/{rkey}";
            return world.Posts.TryGetValue(uri, out var post)
                ? Results.Json(
                    new JsonObject
                    {
                        ["uri"] = uri,
                        ["cid"] = post.Cid,
                        ["value"] = post.Record.DeepClone(),
                    }
                )
                : throw new XrpcError(400, "RecordNotFound", $"Could not locate record: {uri}");
        }
    }

    public static IResult Resolve(string handle, World world)
    {
        lock (world.Gate)
            return world.People.Values.FirstOrDefault(person => person.Handle == handle) is { } person
                ? Results.Json(new JsonObject { ["did"] = person.Did })
                : throw new XrpcError(400, "HandleNotFound", "Unable to resolve handle");
    }

    public static async Task<IResult> Upload(HttpRequest request, World world)
    {
        var person = Sessions.Who(request, world);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var content = buffer.ToArray();
        var cid = "bafkrei" + Convert.ToHexStringLower(SHA256.HashData(content))[..52];
        var type =
            request.ContentType ?? throw new XrpcError(400, "InvalidRequest", "Request encoding (Content-Type) required but not provided");
        lock (world.Gate)
            world.Blobs[$"{person.Did}/{cid}"] = (content, type);
        var blob = new JsonObject
        {
            ["$type"] = "blob",
            ["ref"] = new JsonObject { ["$link"] = cid },
            ["mimeType"] = type,
            ["size"] = content.Length,
        };
        return Results.Json(new JsonObject { ["blob"] = blob });
    }

    /// <summary>Puts a post into the world and tells whom it concerns.</summary>
    public static Post Publish(World world, Person author, string key, JsonObject record)
    {
        var post = new Post(
            $"at://{author.Did}/{Collection}/{key}",
            World.Cid(record.ToJsonString()),
            author.Did,
            record,
            world.NextMoment()
        );
        world.Posts[post.Uri] = post;
        Notify.About(world, post);
        return post;
    }

    private static IResult Write(JsonElement body, HttpRequest request, World world, bool isPut)
    {
        var person = Sessions.Who(request, world);
        if (
            body.ValueKind != JsonValueKind.Object
            || Sessions.Text(body, "collection") != Collection
            || Sessions.Text(body, "repo") != person.Did
        )
            throw new XrpcError(400, "InvalidRequest", "Input must have the repo of the account and a known collection");
        lock (world.Gate)
        {
            var record = body.TryGetProperty("record", out var told) && JsonNode.Parse(told.GetRawText()) is JsonObject given ? given : [];
            var key = RecordRules.Key(Sessions.Text(body, "rkey"), isPut, world);
            if (world.Posts.TryGetValue($"at://{person.Did}/{Collection}/{key}", out var standing))
                return Standing(standing, record, body, isPut);
            RecordRules.Check(record, person, world);
            return Answer(Publish(world, person, key, record));
        }
    }

    // As the real one does: the same again is fine, another is a conflict, and creating over it is not foreseen.
    private static IResult Standing(Post standing, JsonObject record, JsonElement body, bool isPut) =>
        !isPut ? throw new XrpcError(500, "InternalServerError", "Internal Server Error")
        : World.Cid(record.ToJsonString()) == standing.Cid ? Answer(standing)
        : body.TryGetProperty("swapRecord", out _) ? throw new XrpcError(400, "InvalidSwap", $"Record was at {standing.Cid}")
        : throw new XrpcError(500, "InternalServerError", "The simulator edits no posts");

    private static IResult Answer(Post post) =>
        Results.Json(
            new JsonObject
            {
                ["uri"] = post.Uri,
                ["cid"] = post.Cid,
                ["validationStatus"] = "valid",
            }
        );
}
