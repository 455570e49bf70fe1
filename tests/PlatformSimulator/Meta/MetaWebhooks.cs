using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>What the platform tells about pages and accounts: signed, again until 200, and as unruly as <see cref="Manner"/> says.</summary>
internal sealed class MetaWebhooks(Outbox outbox, Manner manner, SimulatorClock clock)
{
    /// <summary>The platform's id of the app that sends by the API.</summary>
    public const string AppId = "1517776481860111";

    /// <summary>An item under <c>messaging</c>, or under <c>standby</c> when another app has the thread.</summary>
    public WebhookPost Messaging(Page page, JsonObject item, string id, string kind = "message", bool standby = false) =>
        Post(page, new JsonObject { [standby ? "standby" : "messaging"] = new JsonArray(item) }, kind, id);

    public WebhookPost Change(Page page, string field, JsonObject value, string id, string kind = "message") =>
        Post(page, new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["field"] = field, ["value"] = value }) }, kind, id);

    public static JsonObject Item(string sender, string recipient, DateTimeOffset at, string name, JsonObject content) =>
        new()
        {
            ["sender"] = new JsonObject { ["id"] = sender },
            ["recipient"] = new JsonObject { ["id"] = recipient },
            ["timestamp"] = at.ToUnixTimeMilliseconds(),
            [name] = content,
        };

    /// <summary>An accepted message: its echo, that it arrived, that it was read.</summary>
    public void Follow(Page page, string person, Talk.Line line)
    {
        if (manner.Silent)
            return;
        List<Action> steps = [() => Echo(page, person, line, AppId)];
        if (!page.IsInstagram)
            steps.Add(() => Progress(page, person, line, "delivery"));
        if (!manner.Unread)
            steps.Add(() => Progress(page, person, line, "read"));
        if (manner.OutOfOrder)
            steps = [.. steps.Shuffle()];
        _ = Tell(steps);
    }

    /// <param name="app">Null when a colleague typed it in the page's own inbox.</param>
    public WebhookPost Echo(Page page, string person, Talk.Line line, string? app)
    {
        var message = new JsonObject { ["mid"] = line.Id, ["is_echo"] = true };
        if (line.Text is { } text)
            message["text"] = text;
        if (line.File is not null)
            message["attachments"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "image",
                    ["payload"] = new JsonObject { ["url"] = "https://scontent.xx.fbcdn.net/x" },
                }
            );
        if (app is not null && !page.IsInstagram)
            message["app_id"] = long.Parse(app, System.Globalization.CultureInfo.InvariantCulture);
        if (line.Metadata is { } metadata)
            message["metadata"] = metadata;
        return Messaging(page, Item(page.Id, person, line.At, "message", message), line.Id, "echo");
    }

    /// <summary>A comment as it is told: added, edited, or gone.</summary>
    public WebhookPost Written(Comment comment, string verb) =>
        comment.Page.IsInstagram
            ? Change(comment.Page, comment.Live ? "live_comments" : "comments", PublicJson.OfInstagram(comment), comment.Id, Kind(comment))
            : Change(comment.Page, "feed", PublicJson.OfPage(comment, verb), comment.Id, Kind(comment));

    public void Hidden(Comment comment)
    {
        if (!comment.Page.IsInstagram && !manner.Silent)
            Change(comment.Page, "feed", PublicJson.OfPage(comment, comment.Hidden ? "hide" : "unhide"), comment.Id, "hiding");
    }

    private static string Kind(Comment comment) => comment.FromPage ? "echo" : "message";

    private void Progress(Page page, string person, Talk.Line line, string name)
    {
        var content = page.IsInstagram
            ? new JsonObject { ["mid"] = line.Id }
            : new JsonObject { ["watermark"] = line.At.ToUnixTimeMilliseconds() };
        if (name == "delivery")
            content["mids"] = new JsonArray(line.Id);
        Messaging(page, Item(person, page.Id, clock.GetUtcNow(), name, content), line.Id, "status");
    }

    private async Task Tell(List<Action> steps)
    {
        foreach (var step in steps)
        {
            await Task.Delay(manner.StatusDelayMilliseconds);
            step();
        }
    }

    private WebhookPost Post(Page page, JsonObject entry, string kind, string id)
    {
        entry["id"] = page.Id;
        entry["time"] = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var body = MetaJson.Write(new JsonObject { ["object"] = page.Object, ["entry"] = new JsonArray(entry) });
        var post = outbox.Make(kind, page.Id, [id], body, manner.MetaHub);
        outbox.Post(post);
        return post;
    }
}
