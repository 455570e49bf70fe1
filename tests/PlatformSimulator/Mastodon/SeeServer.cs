using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Mastodon;

internal static class SeeServer
{
    private static readonly string[] Types = ["image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "audio/mpeg", "audio/ogg"];

    public static JsonObject Get(HttpContext context)
    {
        var server = Door.ServerOf(context);
        return new()
        {
            ["domain"] = server.Name,
            ["version"] = "4.5.0",
            ["thumbnail"] = new JsonObject { ["url"] = $"{server.Root}/thumbnail.png" },
            ["configuration"] = new JsonObject
            {
                ["urls"] = new JsonObject { ["streaming"] = server.Root.Replace("http://", "ws://") },
                ["statuses"] = new JsonObject
                {
                    ["max_characters"] = server.Setup.Characters,
                    ["max_media_attachments"] = 4,
                    ["characters_reserved_per_url"] = 23,
                },
                ["media_attachments"] = new JsonObject
                {
                    ["supported_mime_types"] = new JsonArray([.. Types.Select(type => JsonValue.Create(type))]),
                    ["image_size_limit"] = 16_777_216,
                },
            },
        };
    }

    public static JsonObject GetOwn(HttpContext context) => Shapes.Account(Door.CallerOf(context));

    public static JsonObject GetApp(HttpContext context) => new() { ["name"] = Door.CallerOf(context).App, ["website"] = null };
}
