using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>Direct messages: a service of its own, reached through the account's server by a header.</summary>
internal static class Chat
{
    private const string Service = "did:web:api.bsky.chat#bsky_chat";
    private const string Defs = "chat.bsky.convo.defs#";

    public static IResult List(HttpRequest request, World world)
    {
        var person = Who(request, world);
        lock (world.Gate)
        {
            var convos = world
                .Convos.Values.Where(convo => convo.Members.Contains(person.Did))
                .Select(convo => new JsonObject { ["id"] = convo.Id, ["rev"] = Revision(person, convo) });
            return Results.Json(new JsonObject { ["convos"] = new JsonArray([.. convos]) });
        }
    }

    public static IResult For(HttpRequest request, World world, string members)
    {
        var person = Who(request, world);
        lock (world.Gate)
        {
            var other = world.Find(members);
            return Results.Json(
                new JsonObject
                {
                    ["convo"] = new JsonObject { ["id"] = Between(world, person, other).Id, ["rev"] = "2222222222222" },
                }
            );
        }
    }

    public static IResult Log(HttpRequest request, World world, string? cursor = null)
    {
        var person = Who(request, world);
        lock (world.Gate)
        {
            JsonObject[] logs = [.. person.ChatLog.Where(log => string.CompareOrdinal((string?)log["rev"], cursor) > 0).Take(20)];
            return Results.Json(
                new JsonObject
                {
                    ["cursor"] = logs.Length > 0 ? (string?)logs[^1]["rev"] : cursor,
                    ["logs"] = new JsonArray([.. logs.Select(log => log.DeepClone())]),
                }
            );
        }
    }

    public static IResult Messages(HttpRequest request, World world, string convoId, int limit = 50)
    {
        var person = Who(request, world);
        lock (world.Gate)
        {
            var newest = Mine(world, person, convoId).Messages.AsEnumerable().Reverse().Take(limit).Select(message => message.DeepClone());
            return Results.Json(new JsonObject { ["messages"] = new JsonArray([.. newest]) });
        }
    }

    public static IResult Send(JsonElement body, HttpRequest request, World world)
    {
        var person = Who(request, world);
        var message = JsonNode.Parse(body.GetRawText())?["message"] as JsonObject ?? [];
        var text = (string?)message["text"] ?? throw new XrpcError(400, "InvalidRequest", "Input/message must have the property \"text\"");
        RecordRules.Size(text, 1000, 10_000);
        lock (world.Gate)
        {
            RecordRules.Facets(text, message["facets"] as JsonArray ?? [], world);
            var convo = Mine(world, person, Sessions.Text(body, "convoId") ?? "");
            var other = world.Find(convo.Members.First(did => did != person.Did));
            if (!other.TakesChat && !convo.Messages.Exists(said => (string?)said["sender"]?["did"] == other.Did))
                throw new XrpcError(400, "InvalidRequest", "recipient requires incoming messages to come from someone they follow");
            return Results.Json(Say(world, convo, person, text).DeepClone());
        }
    }

    public static Convo Between(World world, Person one, Person other)
    {
        var found = world.Convos.Values.FirstOrDefault(convo => convo.Members.Contains(one.Did) && convo.Members.Contains(other.Did));
        if (found is not null)
            return found;
        var convo = new Convo(RecordRules.Tid(world.NextMoment()), [one.Did, other.Did]);
        world.Convos[convo.Id] = convo;
        Tell(world, convo, new JsonObject { ["$type"] = Defs + "logBeginConvo" });
        return convo;
    }

    public static JsonObject Say(World world, Convo convo, Person sender, string text)
    {
        var at = world.NextMoment();
        var message = new JsonObject
        {
            ["$type"] = Defs + "messageView",
            ["id"] = RecordRules.Tid(at),
            ["rev"] = RecordRules.Tid(at),
            ["text"] = text,
            ["sender"] = new JsonObject { ["did"] = sender.Did },
            ["sentAt"] = Views.Moment(at),
        };
        convo.Messages.Add(message);
        Tell(world, convo, new JsonObject { ["$type"] = Defs + "logCreateMessage", ["message"] = message.DeepClone() });
        return message;
    }

    /// <summary>Every member's log gets the line, under a revision of its own.</summary>
    public static void Tell(World world, Convo convo, JsonObject line)
    {
        line["rev"] = RecordRules.Tid(world.NextMoment());
        line["convoId"] = convo.Id;
        foreach (var did in convo.Members)
            world.People[did].ChatLog.Add((JsonObject)line.DeepClone());
    }

    private static Person Who(HttpRequest request, World world)
    {
        if (request.Headers["atproto-proxy"] != Service)
            throw new XrpcError(501, "MethodNotImplemented", "Method Not Implemented");
        var person = Sessions.Who(request, world);
        return person.MayChat ? person : throw new XrpcError(400, "InvalidToken", "Bad token scope");
    }

    private static Convo Mine(World world, Person person, string id) =>
        world.Convos.TryGetValue(id, out var convo) && convo.Members.Contains(person.Did)
            ? convo
            : throw new XrpcError(400, "InvalidRequest", "Could not find convo");

    private static string Revision(Person person, Convo convo) =>
        person.ChatLog.Where(log => (string?)log["convoId"] == convo.Id).Max(log => (string?)log["rev"]) ?? "2222222222222";
}
