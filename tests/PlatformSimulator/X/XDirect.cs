using System.Text.Json;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>A direct message to one resident.</summary>
internal sealed class XDirect(XWorld world, XCalls calls, XOutbox outbox)
{
    public Task<IResult> PostAsync(string resident, HttpContext http) =>
        calls.TakeAsync(http, "Direct", ["text", "attachments"], (member, body) => Create(member, resident, body));

    private IResult Create(XWorld.Member member, string resident, JsonElement body)
    {
        var text = XRules.Text(body, "text");
        var attachments = XRules.Part(body, "attachments") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().ToArray()
            : [];
        var media = attachments.Select(one => XRules.Text(one, "media_id") ?? "").ToArray();
        if (!XRules.IsId(resident) || text is null && media.Length == 0 || text?.Length > 10_000 || media.Length > 1)
            return XProblem.Invalid("One or more parameters to your request was invalid.");
        if (media.Any(id => !world.Media.ContainsKey(id)))
            return XProblem.Invalid("Your media IDs are invalid.");
        if (world.Closed.ContainsKey(resident))
            return XProblem.NoDirect;
        var id = XWorld.NewId();
        world.Received.Enqueue(new(id, member.Account.Id, "direct", text, null, resident, null, media));
        outbox.Later(member, XEvents.Direct(world, member, new(id, member.Account.Id, resident, text ?? ""), old: false));
        return Results.Json(
            new { data = new { dm_conversation_id = $"{member.Account.Id}-{resident}", dm_event_id = id } },
            statusCode: 201
        );
    }
}
