using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>Everybody and everything on the network, behind one lock: it is small.</summary>
internal sealed class World(SimulatorClock clock)
{
    private long lastMoment;

    public Lock Gate { get; } = new();

    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Post> Posts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Convo> Convos { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (byte[] Content, string Type)> Blobs { get; } = new(StringComparer.Ordinal);

    /// <summary>A page of notifications without any, but with a cursor, before each real one.</summary>
    public bool EmptyPages { get; set; }

    /// <summary>Calls in five minutes before 429.</summary>
    public int Limit { get; set; } = 3000;

    /// <summary>How often each method was called.</summary>
    public Dictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A moment that no two things share, to the millisecond.</summary>
    public DateTimeOffset NextMoment()
    {
        lastMoment = Math.Max(lastMoment + 1, Now.ToUnixTimeMilliseconds());
        return DateTimeOffset.FromUnixTimeMilliseconds(lastMoment);
    }

    public Person Find(string who) =>
        People.GetValueOrDefault(who)
        ?? People.Values.FirstOrDefault(person => person.Handle == who)
        ?? throw new XrpcError(400, "InvalidRequest", $"Could not find repo: {who}");

    public static string Cid(string content) =>
        "bafyrei" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..52];

    public void Clear()
    {
        lock (Gate)
        {
            People.Clear();
            Posts.Clear();
            Convos.Clear();
            Blobs.Clear();
            Calls.Clear();
            (EmptyPages, Limit) = (false, 3000);
        }
    }
}

/// <summary>An account, a resident's or a municipality's.</summary>
internal sealed class Person(string did, string handle, string? password)
{
    public string Did => did;

    public string Handle { get; set; } = handle;

    public string? Password => password;

    /// <summary>Whether its app password may see direct messages.</summary>
    public bool MayChat { get; set; } = true;

    /// <summary>Whether strangers may send it direct messages.</summary>
    public bool TakesChat { get; set; } = true;

    public List<Notification> Notifications { get; } = [];

    public List<JsonObject> ChatLog { get; } = [];

    public List<DateTimeOffset> Logins { get; } = [];

    public HashSet<string> Access { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Refresh { get; } = new(StringComparer.Ordinal);
}

/// <param name="Record">As it was written.</param>
internal sealed record Post(string Uri, string Cid, string Author, JsonObject Record, DateTimeOffset IndexedAt);

/// <param name="At">The earlier of when it came and what the author's clock said: by this the network sorts.</param>
internal sealed record Notification(string Reason, Post Post, DateTimeOffset At);

internal sealed record Convo(string Id, string[] Members)
{
    public List<JsonObject> Messages { get; } = [];
}

/// <summary>A refusal as the network shapes it.</summary>
internal sealed class XrpcError(int status, string error, string message) : Exception(message)
{
    public IResult ToResult() => Results.Json(new JsonObject { ["error"] = error, ["message"] = Message }, statusCode: status);
}
