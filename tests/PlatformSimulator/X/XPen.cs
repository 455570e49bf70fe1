using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>A resident does something.</summary>
internal sealed class XPen(XWorld world, XOutbox outbox)
{
    public async Task<IResult> PostAsync(XWriting writing, HttpRequest request)
    {
        if (!world.Accounts.TryGetValue(writing.Account, out var member))
            return Results.Problem($"Account {writing.Account} is not known here.", statusCode: 400);
        var id = writing.Id ?? XWorld.NewId();
        var key = Picture(writing);
        var url = key is null ? null : $"{request.Scheme}://{request.Host}/x/media/{key}";
        var answers = new List<(int Answer, string? Delivery)>();
        foreach (var body in Bodies(member, writing, id, key, url))
            answers.Add(await outbox.PostAsync(member, body));
        return Results.Json(new XWritten(id, [.. answers.Select(one => one.Answer)], [.. answers.Select(one => one.Delivery)]));
    }

    private string? Picture(XWriting writing)
    {
        if (writing.Picture is not { } picture)
            return null;
        var key = XWorld.NewId();
        world.Media[key] = (writing.Account, picture, "image/jpeg");
        return key;
    }

    private IEnumerable<JsonObject> Bodies(XWorld.Member member, XWriting writing, string id, string? key, string? url) =>
        writing.Kind switch
        {
            "direct" => [XEvents.Direct(world, member, new(id, writing.Resident, member.Account.Id, writing.Text ?? "", url), writing.Old)],
            "delete" => [XEvents.Delete(member, writing.About!, writing.Resident, writing.Old)],
            "read" => [XEvents.Read(world, member, writing.Resident, writing.About!)],
            "revoke" => [XEvents.Revoke(member, writing.Old)],
            "typing" => [Typing(member, writing)],
            "encrypted" => [Encrypted(member, writing, id)],
            _ => Posts(member, writing, id, key),
        };

    private IEnumerable<JsonObject> Posts(XWorld.Member member, XWriting writing, string id, string? key)
    {
        var reply = writing.Kind is "reply" ? writing.About : null;
        var thread = writing.About is { } about && world.Posts.TryGetValue(about, out var parent) ? parent.Thread : null;
        var post = world.Add(
            new(
                id,
                writing.Resident,
                writing.Text ?? "",
                reply,
                writing.Kind is "quote" ? writing.About : null,
                reply is null && writing.Kind is not "edit" ? id : thread ?? id,
                world.Now,
                key,
                writing.Kind is "edit" ? writing.About : null
            )
        );
        var type = writing.Kind is "reply" or "quote" ? $"post.{writing.Kind}.create" : "post.mention.create";
        yield return XEvents.Post(world, member, post, writing.Old, type);
        if (writing.AsMention)
            yield return XEvents.Post(world, member, post, writing.Old, "post.mention.create");
    }

    private static JsonObject Typing(XWorld.Member member, XWriting writing)
    {
        var typing = new JsonObject { ["sender_id"] = writing.Resident };
        return writing.Old
            ? XEvents.Old(member, "direct_message_indicate_typing_events", typing)
            : XEvents.New(member, "dm.indicate_typing", typing);
    }

    private JsonObject Encrypted(XWorld.Member member, XWriting writing, string id) =>
        XEvents.New(
            member,
            "chat.received",
            new JsonObject
            {
                ["id"] = id,
                ["created_at_msec"] = world.Now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["sender_id"] = writing.Resident,
                ["conversation_id"] = $"{writing.Resident}:{member.Account.Id}",
                ["encoded_event"] = "CwABAAAA",
            }
        );
}
