using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Bluesky.Control;

/// <summary>What tests steer and ask; no part of the real network.</summary>
internal static class BlueskyControl
{
    public static void MapBlueskyControl(this WebApplication app)
    {
        var control = app.MapGroup("/simulator/bluesky");
        control.MapPost("/people", AddPerson);
        control.MapPost("/posts", WritePost);
        control.MapDelete("/posts", DeletePost);
        control.MapGet("/posts", SeePosts);
        control.MapPost("/pictures", AddPicture);
        control.MapPost("/messages", WriteMessage);
        control.MapDelete("/messages/{id}", DeleteMessage);
        control.MapPost("/reactions", React);
        control.MapGet("/messages", SeeMessages);
        control.MapPost("/faults", (BlueskyFault fault, Faults faults) => faults.Order(fault));
        control.MapDelete("/faults", (Faults faults) => faults.Clear());
        control.MapPut("/behaviour", Behave);
        control.MapPost("/expiry/{did}", Expire);
        control.MapGet("/calls", (World world) => SeeCalls(world));
        control.MapPost("/reset", (World world) => world.Clear());
    }

    private static string AddPerson(BlueskyPerson person, World world)
    {
        lock (world.Gate)
        {
            var did = "did:plc:" + RecordRules.Tid(world.NextMoment()) + RecordRules.Tid(world.NextMoment())[^11..];
            world.People[did] = new Person(did, person.Handle, person.Password) { MayChat = person.MayChat, TakesChat = person.TakesChat };
            return did;
        }
    }

    private static IResult WritePost(BlueskyPost post, World world)
    {
        lock (world.Gate)
        {
            var author = world.Find(post.Author);
            var uris = Enumerable.Range(0, post.Times).Select(number => Write(post, author, number, world)).ToArray();
            return Results.Json(uris);
        }
    }

    private static string Write(BlueskyPost post, Person author, int number, World world)
    {
        var text = post.Times > 1 ? $"{post.Text} {number}" : post.Text;
        var record = new JsonObject
        {
            ["$type"] = "app.bsky.feed.post",
            ["text"] = text,
            ["createdAt"] = Views.Moment(post.CreatedAt ?? world.NextMoment()),
        };
        if (post.Mentions is { } named)
            record["facets"] = new JsonArray(Mention(text, world.Find(named)));
        if (post.ReplyTo is { } parent && world.Posts.TryGetValue(parent, out var answered))
            record["reply"] = new JsonObject
            {
                ["root"] = answered.Record["reply"]?["root"]?.DeepClone() ?? Ref(answered),
                ["parent"] = Ref(answered),
            };
        if (post.Quotes is { } quoted && world.Posts.TryGetValue(quoted, out var said))
            record["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = Ref(said) };
        if (post.Picture is { } cid)
            record["embed"] = Picture(cid);
        return Repo.Publish(world, author, RecordRules.Tid(world.NextMoment()), record).Uri;
    }

    private static JsonObject Mention(string text, Person named)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Max(at, 0)));
        return new JsonObject
        {
            ["index"] = new JsonObject { ["byteStart"] = start, ["byteEnd"] = start + 1 + Encoding.UTF8.GetByteCount(named.Handle) },
            ["features"] = new JsonArray(new JsonObject { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = named.Did }),
        };
    }

    private static JsonObject Ref(Post post) => new() { ["uri"] = post.Uri, ["cid"] = post.Cid };

    private static JsonObject Picture(string cid)
    {
        var blob = new JsonObject
        {
            ["$type"] = "blob",
            ["ref"] = new JsonObject { ["$link"] = cid },
            ["mimeType"] = "image/png",
            ["size"] = 100,
        };
        var image = new JsonObject { ["alt"] = "Een losse tegel", ["image"] = blob };
        return new JsonObject { ["$type"] = "app.bsky.embed.images", ["images"] = new JsonArray(image) };
    }

    private static IResult DeletePost(string uri, World world)
    {
        lock (world.Gate)
        {
            foreach (var person in world.People.Values)
                person.Notifications.RemoveAll(one => one.Post.Uri == uri);
            return world.Posts.Remove(uri) ? Results.Ok() : Results.NotFound();
        }
    }

    private static IResult SeePosts(string author, World world)
    {
        lock (world.Gate)
        {
            var did = world.Find(author).Did;
            return Results.Json(world.Posts.Values.Where(post => post.Author == did).OrderBy(post => post.IndexedAt).Select(See));
        }
    }

    private static BlueskyPostSeen See(Post post) =>
        new(
            post.Uri,
            (string?)post.Record["text"] ?? "",
            (string?)post.Record["reply"]?["parent"]?["uri"],
            (string?)post.Record["reply"]?["root"]?["uri"],
            [.. (post.Record["facets"] as JsonArray ?? []).Select(facet => Facet(post, facet!))],
            (post.Record["embed"]?["images"] as JsonArray)?.Count ?? 0
        );

    private static string Facet(Post post, JsonNode facet)
    {
        var bytes = Encoding.UTF8.GetBytes((string)post.Record["text"]!);
        var (start, end) = ((int)facet["index"]!["byteStart"]!, (int)facet["index"]!["byteEnd"]!);
        var feature = facet["features"]![0]!;
        return $"{Encoding.UTF8.GetString(bytes, start, end - start)} > {(string?)feature["did"] ?? (string?)feature["uri"]}";
    }

    private static async Task<IResult> AddPicture(string author, HttpRequest request, World world)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        lock (world.Gate)
        {
            var cid = "bafkrei" + world.Blobs.Count.ToString("d20", CultureInfo.InvariantCulture);
            world.Blobs[$"{world.Find(author).Did}/{cid}"] = (buffer.ToArray(), "image/png");
            return Results.Json(cid);
        }
    }

    private static IResult WriteMessage(BlueskyMessage message, World world)
    {
        lock (world.Gate)
        {
            var (from, to) = (world.Find(message.From), world.Find(message.To));
            return Results.Json((string?)Chat.Say(world, Chat.Between(world, from, to), from, message.Text)["id"]);
        }
    }

    private static IResult DeleteMessage(string id, World world)
    {
        lock (world.Gate)
        {
            var convo = world.Convos.Values.First(convo => convo.Messages.Exists(message => (string?)message["id"] == id));
            var message = convo.Messages.First(message => (string?)message["id"] == id);
            convo.Messages.Remove(message);
            var gone = (JsonObject)message.DeepClone();
            gone["$type"] = "chat.bsky.convo.defs#deletedMessageView";
            gone.Remove("text");
            Chat.Tell(world, convo, new JsonObject { ["$type"] = "chat.bsky.convo.defs#logDeleteMessage", ["message"] = gone });
            return Results.Ok();
        }
    }

    // The log repeats the whole message: when it is read, and when it gets a reaction.
    private static IResult React(BlueskyReaction reaction, World world)
    {
        lock (world.Gate)
        {
            var convo = world.Convos.Values.First(convo => convo.Messages.Exists(message => (string?)message["id"] == reaction.Message));
            var message = convo.Messages.First(message => (string?)message["id"] == reaction.Message);
            Chat.Tell(
                world,
                convo,
                new JsonObject { ["$type"] = "chat.bsky.convo.defs#logReadMessage", ["message"] = message.DeepClone() }
            );
            var given = new JsonObject
            {
                ["value"] = reaction.Emoji,
                ["sender"] = new JsonObject { ["did"] = world.Find(reaction.From).Did },
                ["createdAt"] = Views.Moment(world.Now),
            };
            var line = new JsonObject { ["$type"] = "chat.bsky.convo.defs#logAddReaction", ["message"] = message.DeepClone() };
            line["reaction"] = given;
            Chat.Tell(world, convo, line);
            return Results.Ok();
        }
    }

    private static IResult SeeMessages(string one, string other, World world)
    {
        lock (world.Gate)
        {
            var convo = Chat.Between(world, world.Find(one), world.Find(other));
            return Results.Json(
                convo.Messages.Select(message => new BlueskyMessageSeen(
                    (string)message["id"]!,
                    (string)message["sender"]!["did"]!,
                    (string)message["text"]!
                ))
            );
        }
    }

    private static void Behave(BlueskyBehaviour behaviour, World world)
    {
        lock (world.Gate)
        {
            world.EmptyPages = behaviour.EmptyPages ?? world.EmptyPages;
            world.Limit = behaviour.Limit ?? world.Limit;
        }
    }

    private static void Expire(string did, World world, bool refresh = false)
    {
        lock (world.Gate)
        {
            world.Find(did).Access.Clear();
            if (refresh)
                world.Find(did).Refresh.Clear();
        }
    }

    private static IResult SeeCalls(World world)
    {
        lock (world.Gate)
            return Results.Json(new Dictionary<string, int>(world.Calls));
    }
}
