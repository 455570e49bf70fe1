using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>What X posts, in both generations.</summary>
internal static partial class XEvents
{
    /// <summary>A direct message.</summary>
    public sealed record Message(string Id, string From, string To, string Text, string? MediaUrl = null);

    public static JsonObject Post(XWorld world, XWorld.Member member, XWorld.Post post, bool old, string type) =>
        old
            ? Old(member, "tweet_create_events", OldPost(world, member, post))
            : New(member, type, NewPost(world, post), Includes(member, post.Author));

    public static JsonObject Delete(XWorld.Member member, string post, string author, bool old) =>
        old
            ? Old(
                member,
                "tweet_delete_events",
                new JsonObject
                {
                    ["status"] = new JsonObject { ["id"] = post, ["user_id"] = author },
                    ["timestamp_ms"] = "1432228155593",
                }
            )
            : New(member, "post.delete", new JsonObject { ["id"] = post, ["author_id"] = author });

    public static JsonObject Direct(XWorld world, XWorld.Member member, Message message, bool old)
    {
        var said = Said(world, message);
        var own = message.From == member.Account.Id;
        var other = own ? message.To : message.From;
        if (old)
        {
            var body = Old(member, "direct_message_events", said);
            body["users"] = new JsonObject { [other] = OldUser(other) };
            return body;
        }
        var users = new JsonObject { [other] = new JsonObject { ["data"] = NewUser(other) } };
        return New(
            member,
            own ? "dm.sent" : "dm.received",
            new JsonObject { ["direct_message_events"] = new JsonArray(said), ["users"] = users }
        );
    }

    private static JsonObject Said(XWorld world, Message message)
    {
        var (text, urls) = Shorten(message.Text);
        var data = new JsonObject
        {
            ["text"] = Escape(text),
            ["entities"] = new JsonObject { ["urls"] = urls },
        };
        if (message.MediaUrl is { } url)
            data["attachment"] = new JsonObject
            {
                ["type"] = "media",
                ["media"] = new JsonObject
                {
                    ["id_str"] = message.Id,
                    ["media_url_https"] = url,
                    ["type"] = "photo",
                },
            };
        return new JsonObject
        {
            ["type"] = "message_create",
            ["id"] = message.Id,
            ["created_timestamp"] = world.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["message_create"] = new JsonObject
            {
                ["target"] = new JsonObject { ["recipient_id"] = message.To },
                ["sender_id"] = message.From,
                ["message_data"] = data,
            },
        };
    }

    public static JsonObject Read(XWorld world, XWorld.Member member, string reader, string message) =>
        Old(
            member,
            "direct_message_mark_read_events",
            new JsonObject
            {
                ["created_timestamp"] = world.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                ["sender_id"] = reader,
                ["target"] = new JsonObject { ["recipient_id"] = member.Account.Id },
                ["last_read_event_id"] = message,
            }
        );

    public static JsonObject Revoke(XWorld.Member member, bool old) =>
        old
            ? new JsonObject
            {
                ["user_event"] = new JsonObject
                {
                    ["revoke"] = new JsonObject { ["source"] = new JsonObject { ["user_id"] = member.Account.Id } },
                },
            }
            : New(member, "oauth.revoke", new JsonObject { ["user_id"] = member.Account.Id, ["app_id"] = "1" });

    public static JsonObject Old(XWorld.Member member, string list, JsonObject one) =>
        new() { ["for_user_id"] = member.Account.Id, [list] = new JsonArray(one) };

    public static JsonObject New(XWorld.Member member, string type, JsonObject payload, JsonObject? includes = null) =>
        new()
        {
            ["data"] = new JsonObject
            {
                ["event_uuid"] = $"-{XWorld.NewId()}",
                ["filter"] = new JsonObject { ["user_id"] = member.Account.Id },
                ["event_type"] = type,
                ["tag"] = "simulator",
                ["payload"] = payload,
                ["includes"] = includes ?? [],
            },
        };

    // Above 140 characters the older generation puts the whole text elsewhere.
    private static JsonObject OldPost(XWorld world, XWorld.Member member, XWorld.Post post)
    {
        var (text, urls) = Shorten(post.Text);
        var escaped = Escape(text);
        var body = new JsonObject
        {
            ["created_at"] = post.At.ToString("ddd MMM dd HH:mm:ss '+0000' yyyy", CultureInfo.InvariantCulture),
            ["id"] = long.Parse(post.Id, CultureInfo.InvariantCulture),
            ["id_str"] = post.Id,
            ["text"] = escaped.Length > 140 ? escaped[..139] + "…" : escaped,
            ["truncated"] = escaped.Length > 140,
            ["in_reply_to_status_id_str"] = post.Under,
            ["in_reply_to_user_id_str"] = post.Under is null ? null : world.Posts.GetValueOrDefault(post.Under)?.Author,
            ["user"] = post.Author == member.Account.Id ? OldUser(member.Account.Id, member.Account.Name) : OldUser(post.Author),
            ["is_quote_status"] = post.Quotes is not null,
            ["quoted_status_id_str"] = post.Quotes,
            ["entities"] = new JsonObject { ["urls"] = urls.DeepClone() },
        };
        if (escaped.Length > 140)
            body["extended_tweet"] = new JsonObject
            {
                ["full_text"] = escaped,
                ["entities"] = new JsonObject { ["urls"] = urls },
            };
        return body;
    }

    private static JsonObject NewPost(XWorld world, XWorld.Post post)
    {
        var (text, urls) = Shorten(post.Text);
        var first = post.FirstId ?? post.Id;
        var body = new JsonObject
        {
            ["id"] = post.Id,
            ["created_at"] = post.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["edit_history_tweet_ids"] = first == post.Id ? new JsonArray(post.Id) : new JsonArray(first, post.Id),
            ["conversation_id"] = post.Thread,
            ["author_id"] = post.Author,
            ["text"] = text.Length > 280 ? text[..279] + "…" : text,
            ["entities"] = new JsonObject { ["urls"] = urls },
            ["referenced_tweets"] = new JsonArray([.. References(post)]),
        };
        if (text.Length > 280)
            body["note_tweet"] = new JsonObject
            {
                ["text"] = text,
                ["entities"] = new JsonObject { ["urls"] = urls.DeepClone() },
            };
        if (post.MediaKey is { } key)
            body["attachments"] = new JsonObject { ["media_keys"] = new JsonArray($"3_{key}") };
        if (post.Under is { } under)
        {
            body["in_reply_to_user_id"] = world.Posts.GetValueOrDefault(under)?.Author;
            body["entities"]!["mentions"] = new JsonArray([.. world.InThread(post).Select(id => new JsonObject { ["id"] = id })]);
        }
        return body;
    }

    private static IEnumerable<JsonNode> References(XWorld.Post post)
    {
        if (post.Under is { } under)
            yield return new JsonObject { ["type"] = "replied_to", ["id"] = under };
        if (post.Quotes is { } quoted)
            yield return new JsonObject { ["type"] = "quoted", ["id"] = quoted };
    }

    private static JsonObject Includes(XWorld.Member member, string author) =>
        new() { ["users"] = new JsonArray(author == member.Account.Id ? NewUser(author, member.Account.Name) : NewUser(author)) };

    private static JsonObject OldUser(string id, string? name = null) =>
        new()
        {
            ["id_str"] = id,
            ["name"] = name ?? $"Inwoner {id[^3..]}",
            ["screen_name"] = $"inwoner{id[^3..]}",
        };

    private static JsonObject NewUser(string id, string? name = null) =>
        new()
        {
            ["id"] = id,
            ["name"] = name ?? $"Inwoner {id[^3..]}",
            ["username"] = $"inwoner{id[^3..]}",
        };

    // These three and no others.
    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static (string Text, JsonArray Urls) Shorten(string text)
    {
        var urls = new JsonArray();
        var shortened = Link()
            .Replace(
                text,
                link =>
                {
                    var url = $"https://t.co/{Convert.ToHexStringLower(BitConverter.GetBytes(link.Value.GetHashCode()))}00";
                    urls.Add((JsonNode)new JsonObject { ["url"] = url, ["expanded_url"] = link.Value });
                    return url;
                }
            );
        return (shortened, urls);
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
