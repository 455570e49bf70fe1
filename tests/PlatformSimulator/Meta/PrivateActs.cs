using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>What people do in private messages.</summary>
internal sealed class PrivateActs(Walls walls, MediaShelf media, MetaWebhooks webhooks, SimulatorClock clock)
{
    /// <param name="root">The simulator's address, for files.</param>
    public WebhookPost? Do(Page page, MetaAct act, string root)
    {
        var person = page.Scoped(act.Person);
        var at = act.At ?? clock.GetUtcNow();
        var id = act.Id ?? walls.NewMessageId();
        if (act.Kind == "echo")
        {
            var line = new Talk.Line(id, false, act.Text, at);
            walls.Of(page, person).Add(line);
            return webhooks.Echo(page, person, line, null);
        }

        if (Item(act, id, root) is not (var name, { } content))
            return null;
        if (act.Kind is not ("read" or "edit" or "delete" or "reaction" or "unreact"))
            walls.Of(page, person).Add(new Talk.Line(id, true, act.Text, at) { About = act.About });
        var item = MetaWebhooks.Item(person, page.Id, at, name, content);
        return webhooks.Messaging(page, item, act.About is not null && act.Kind != "message" ? act.About : id, standby: act.Standby);
    }

    private (string Name, JsonObject? Content) Item(MetaAct act, string id, string root) =>
        act.Kind switch
        {
            "message" or "quick-reply" or "story-reply" or "story-mention" or "unsupported" => ("message", Message(act, id, root)),
            "delete" => ("message", new JsonObject { ["mid"] = act.About, ["is_deleted"] = true }),
            "edit" => (
                "message_edit",
                new JsonObject
                {
                    ["mid"] = act.About,
                    ["text"] = act.Text,
                    ["num_edit"] = 1,
                }
            ),
            "reaction" => (
                "reaction",
                new JsonObject
                {
                    ["mid"] = act.About,
                    ["action"] = "react",
                    ["emoji"] = act.Text,
                    ["reaction"] = "other",
                }
            ),
            "unreact" => ("reaction", new JsonObject { ["mid"] = act.About, ["action"] = "unreact" }),
            "postback" => (
                "postback",
                new JsonObject
                {
                    ["mid"] = id,
                    ["title"] = act.Text,
                    ["payload"] = "PAYLOAD",
                }
            ),
            "read" => ("read", new JsonObject { ["watermark"] = (act.At ?? clock.GetUtcNow()).ToUnixTimeMilliseconds() }),
            _ => ("", null),
        };

    private JsonObject Message(MetaAct act, string id, string root)
    {
        var message = new JsonObject { ["mid"] = id };
        if (act.Text is { } text)
            message["text"] = text;
        if (act.About is { } about)
            message["reply_to"] = new JsonObject { ["mid"] = about };
        if (act.Kind == "quick-reply")
            message["quick_reply"] = new JsonObject { ["payload"] = "PAYLOAD" };
        if (act.Kind == "unsupported")
            message["is_unsupported"] = true;
        if (act.Content is not { } content)
            return message;
        var file = media.Put(content, act.ContentType ?? "image/jpeg", null);
        var url = $"{root}/meta/cdn/{file.Id}?hash={media.Address(file)}";
        if (act.Kind == "story-reply")
            message["reply_to"] = new JsonObject
            {
                ["story"] = new JsonObject { ["id"] = "17" + file.Id, ["url"] = url },
            };
        else
            message["attachments"] = new JsonArray(Attachment(act, file, url));
        return message;
    }

    private static JsonObject Attachment(MetaAct act, StoredMedia file, string url)
    {
        var major = file.ContentType.Split('/')[0];
        var type =
            act.Kind == "story-mention" ? "story_mention"
            : major is "image" or "video" or "audio" ? major
            : "file";
        return new JsonObject
        {
            ["type"] = type,
            ["payload"] = new JsonObject { ["url"] = url },
        };
    }
}
