using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

/// <summary>A real AT Protocol network that runs on this machine; its server's address is given by <c>WEBCARE_TEST_ATPROTO</c>.</summary>
internal sealed class LocalNetwork(Uri server) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(server, "xrpc/") };

    public static Uri? Address { get; } =
        Environment.GetEnvironmentVariable("WEBCARE_TEST_ATPROTO") is { Length: > 0 } told ? new(told) : null;

    internal sealed record Person(string Did, string Handle, string Token);

    public async Task<Person> JoinAsync(string name)
    {
        var handle = $"{name}{Random.Shared.Next(100_000, 999_999)}.test";
        var body = new JsonObject
        {
            ["email"] = $"{handle}@example.test",
            ["handle"] = handle,
            ["password"] = $"pw-{handle}-1",
        };
        var made = await AskAsync(HttpMethod.Post, "com.atproto.server.createAccount", null, body);
        return new((string)made["did"]!, handle, (string)made["accessJwt"]!);
    }

    public async Task<string> AppPasswordAsync(Person person) =>
        (string)
            (await AskAsync(HttpMethod.Post, "com.atproto.server.createAppPassword", person.Token, new JsonObject { ["name"] = "hub" }))[
                "password"
            ]!;

    /// <summary>A post that names somebody. Returns its address.</summary>
    public async Task<string> MentionAsync(Person author, string text, Person named, DateTimeOffset? claimed = null)
    {
        var whole = $"{text} @{named.Handle}";
        var start = Encoding.UTF8.GetByteCount(text) + 1;
        var facet = new JsonObject
        {
            ["index"] = new JsonObject { ["byteStart"] = start, ["byteEnd"] = Encoding.UTF8.GetByteCount(whole) },
            ["features"] = new JsonArray(new JsonObject { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = named.Did }),
        };
        var record = new JsonObject
        {
            ["$type"] = "app.bsky.feed.post",
            ["text"] = whole,
            ["createdAt"] = (claimed ?? DateTimeOffset.UtcNow).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["facets"] = new JsonArray(facet),
        };
        return (string)(await CreateAsync(author, "app.bsky.feed.post", record))["uri"]!;
    }

    public async Task LikeAsync(Person author, JsonNode post)
    {
        var subject = new JsonObject { ["uri"] = (string)post["uri"]!, ["cid"] = (string)post["cid"]! };
        var record = new JsonObject
        {
            ["$type"] = "app.bsky.feed.like",
            ["subject"] = subject,
            ["createdAt"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        };
        await CreateAsync(author, "app.bsky.feed.like", record);
    }

    /// <summary>The answers under a post, as the network shows them to this reader.</summary>
    public async Task<JsonNode[]> RepliesAsync(Person reader, string uri)
    {
        var thread = await AskAsync(HttpMethod.Get, $"app.bsky.feed.getPostThread?depth=10&uri={Uri.EscapeDataString(uri)}", reader.Token);
        return [.. (thread["thread"]?["replies"] as JsonArray ?? []).Select(reply => reply!)];
    }

    public void Dispose() => http.Dispose();

    private Task<JsonNode> CreateAsync(Person author, string collection, JsonObject record) =>
        AskAsync(
            HttpMethod.Post,
            "com.atproto.repo.createRecord",
            author.Token,
            new JsonObject
            {
                ["repo"] = author.Did,
                ["collection"] = collection,
                ["record"] = record,
            }
        );

    private async Task<JsonNode> AskAsync(HttpMethod method, string path, string? token, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var answer = await http.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(said)! : throw new HttpRequestException($"{path}: {said}");
    }
}
