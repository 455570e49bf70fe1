using System.Globalization;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>The JSON of the API.</summary>
internal static class Shapes
{
    public static JsonObject Account(Person person) =>
        new()
        {
            ["id"] = person.Id,
            ["username"] = person.Acct.Split('@')[0],
            ["acct"] = person.Acct,
            ["display_name"] = person.DisplayName,
            ["locked"] = false,
            ["bot"] = false,
            ["url"] = person.Url,
            ["uri"] = person.Url,
            ["avatar"] = person.Url + "/avatar.png",
            ["header"] = person.Url + "/header.png",
        };

    public static JsonObject Status(Server server, Post post, bool deep = true)
    {
        var quoted = server.Find(post.Quotes);
        return new()
        {
            ["id"] = post.Id,
            ["created_at"] = Time(post.At),
            ["in_reply_to_id"] = post.InReplyTo,
            ["in_reply_to_account_id"] = server.Find(post.InReplyTo)?.Author.Id,
            ["sensitive"] = post.Warning.Length > 0,
            ["spoiler_text"] = post.Warning,
            ["visibility"] = post.Visibility,
            ["language"] = post.Language,
            ["uri"] = $"{server.Root}/ap/statuses/{post.Id}",
            ["url"] = $"{post.Author.Url}/{post.Id}",
            ["edited_at"] = post.EditedAt is { } edited ? Time(edited) : null,
            ["content"] = post.Html,
            ["reblog"] = null,
            ["application"] = post.App is null ? null : new JsonObject { ["name"] = post.App, ["website"] = null },
            ["account"] = Account(post.Author),
            ["media_attachments"] = new JsonArray([.. post.Files.Select(file => File(server, file, ready: true))]),
            ["mentions"] = new JsonArray([.. post.Mentions.Select(Mention)]),
            ["tags"] = new JsonArray(),
            ["emojis"] = new JsonArray(),
            ["quote"] =
                quoted is null || !deep
                    ? null
                    : new JsonObject { ["state"] = "accepted", ["quoted_status"] = Status(server, quoted, deep: false) },
            ["card"] = null,
            ["poll"] = null,
        };
    }

    public static JsonObject Notification(Server server, Notice notice)
    {
        var shape = new JsonObject
        {
            ["id"] = notice.Id,
            ["type"] = notice.Type,
            ["created_at"] = Time(notice.At),
            ["group_key"] = $"ungrouped-{notice.Id}",
            ["account"] = Account(notice.From),
        };
        if (server.Find(notice.Post) is { } post)
            shape["status"] = Status(server, post);
        return shape;
    }

    public static JsonObject Request(Server server, IReadOnlyList<Notice> notices) =>
        new()
        {
            ["id"] = notices[0].Id,
            ["created_at"] = Time(notices[0].At),
            ["updated_at"] = Time(notices[^1].At),
            ["notifications_count"] = notices.Count.ToString(CultureInfo.InvariantCulture),
            ["account"] = Account(notices[0].From),
            ["last_status"] = server.Find(notices[^1].Post) is { } post ? Status(server, post) : null,
        };

    public static JsonObject File(Server server, Upload file, bool ready) =>
        new()
        {
            ["id"] = file.Id,
            ["type"] = file.ContentType.Split('/')[0] is "image" or "video" or "audio" ? file.ContentType.Split('/')[0] : "unknown",
            ["url"] = ready ? $"{server.Root}/media/{file.Id}.{file.ContentType.Split('/')[1]}" : null,
            ["preview_url"] = null,
            ["remote_url"] = null,
            ["description"] = file.Description,
        };

    private static JsonNode Mention(Person person) =>
        new JsonObject
        {
            ["id"] = person.Id,
            ["username"] = person.Acct.Split('@')[0],
            ["url"] = person.Url,
            ["acct"] = person.Acct,
        };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
