using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace WebcareHub.PlatformSimulator.Mastodon;

internal static class SeeStatuses
{
    private const int AtOnce = 20;

    public static JsonArray Get(HttpContext context, [FromQuery(Name = "id[]")] string[] id)
    {
        var server = Door.ServerOf(context);
        lock (server.Gate)
            return new([
                .. id.Take(AtOnce)
                    .Select(server.Find)
                    .OfType<Post>()
                    .Where(post => post.MayRead(Door.CallerOf(context)))
                    .Select(post => Shapes.Status(server, post)),
            ]);
    }

    public static JsonArray GetOf(HttpContext context, string id, int? limit)
    {
        var server = Door.ServerOf(context);
        lock (server.Gate)
            return new([
                .. server
                    .Posts.Where(post => post.Author.Id == id && post.MayRead(Door.CallerOf(context)))
                    .Reverse()
                    .Take(Math.Clamp(limit ?? 20, 1, 40))
                    .Select(post => Shapes.Status(server, post)),
            ]);
    }

    public static JsonObject GetOne(HttpContext context, string id)
    {
        var server = Door.ServerOf(context);
        lock (server.Gate)
            return Shapes.Status(server, Readable(context, id));
    }

    public static JsonObject GetContext(HttpContext context, string id)
    {
        var server = Door.ServerOf(context);
        lock (server.Gate)
        {
            var above = new List<Post>();
            for (var post = server.Find(Readable(context, id).InReplyTo); post is not null; post = server.Find(post.InReplyTo))
                above.Insert(0, post);
            var below = server.Posts.Where(post => post.InReplyTo == id);
            return new()
            {
                ["ancestors"] = new JsonArray([.. above.Select(post => Shapes.Status(server, post))]),
                ["descendants"] = new JsonArray([.. below.Select(post => Shapes.Status(server, post))]),
            };
        }
    }

    private static Post Readable(HttpContext context, string id) =>
        Door.ServerOf(context).Find(id) is { } post && post.MayRead(Door.CallerOf(context))
            ? post
            : throw new RefusedCallException(404, "Record not found");
}
