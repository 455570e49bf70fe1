using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Tests;

/// <summary>What the real network refuses is refused here, in the same words.</summary>
public sealed class BlueskyTests : IAsyncLifetime
{
    private const string Key = "3l4oz2tgcyq22";
    private SimulatorHost simulator = null!;
    private BlueskyClient network = null!;
    private HttpClient http = null!;
    private string gemeente = null!;

    public async ValueTask InitializeAsync()
    {
        simulator = await SimulatorHost.StartAsync();
        network = new(simulator.Address);
        gemeente = await network.Join("gemeente.test", "geheim");
        http = new() { BaseAddress = new Uri(simulator.Address, "xrpc/") };
        var session = await AskAsync("com.atproto.server.createSession", new() { ["identifier"] = gemeente, ["password"] = "geheim" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["accessJwt"]!);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        network.Dispose();
        await simulator.DisposeAsync();
    }

    [Fact]
    public async Task The_same_record_twice_stands_once_and_another_does_not_replace_it()
    {
        var first = (string?)(await PutAsync(Record("Hoi")))["uri"];
        ((string?)(await PutAsync(Record("Hoi")))["uri"]).ShouldBe(first);
        ((string?)(await PutAsync(Record("Anders")))["error"]).ShouldBe("InvalidSwap");
        (await network.PostsOf(gemeente)).ShouldHaveSingleItem().Text.ShouldBe("Hoi");
    }

    [Theory]
    [InlineData("eigen-sleutel", "Invalid TID")]
    [InlineData("zzzzzzzzzzzzz", "Invalid TID")]
    public async Task A_key_is_a_tid(string key, string message) =>
        ((string?)(await PutAsync(Record("Hoi"), key))["message"]).ShouldNotBeNull().ShouldContain(message);

    [Theory]
    [InlineData("a", 301, "grapheme too big (maximum 300, got 301)")]
    [InlineData("👨‍👩‍👧‍👦", 121, "string too big (maximum 3000, got 3025)")]
    public async Task A_text_has_two_limits(string one, int times, string message) =>
        ((string?)(await PutAsync(Record(string.Concat(Enumerable.Repeat(one, times)))))["message"])
            .ShouldNotBeNull()
            .ShouldContain(message);

    [Theory]
    [InlineData(0, 99)]
    [InlineData(1, 3)]
    [InlineData(4, 2)]
    [InlineData(3, 7)]
    public async Task A_facet_lies_over_whole_characters_of_what_it_links(int start, int end)
    {
        var record = Record("é hoi");
        record["facets"] = new JsonArray(Mention(start, end));
        ((string?)(await PutAsync(record))["message"]).ShouldNotBeNull().ShouldContain("facets");
    }

    [Fact]
    public async Task A_reply_needs_the_hash_and_the_root_of_what_it_answers()
    {
        var root = await network.Post(new(await network.Join("inwoner.test"), "Hoi @gemeente.test", Mentions: gemeente));
        var record = Record("Antwoord");
        var place = new JsonObject { ["uri"] = root };
        record["reply"] = new JsonObject { ["root"] = place.DeepClone(), ["parent"] = place.DeepClone() };
        ((string?)(await PutAsync(record))["message"]).ShouldNotBeNull().ShouldContain("\"cid\"");
        place["cid"] = "bafyreinietdeze";
        record["reply"] = new JsonObject { ["root"] = place.DeepClone(), ["parent"] = place.DeepClone() };
        ((string?)(await PutAsync(record))["error"]).ShouldBe("InvalidRequest");
    }

    [Fact]
    public async Task Tokens_end_signing_in_is_limited_and_direct_messages_need_their_header()
    {
        using var chat = await http.GetAsync("chat.bsky.convo.listConvos");
        ((int)chat.StatusCode).ShouldBe(501);
        await network.Expire(gemeente);
        ((string?)(await PutAsync(Record("Hoi")))["error"]).ShouldBe("ExpiredToken");
        JsonNode last = new JsonObject();
        for (var i = 0; i < 30; i++)
        {
            last = await AskAsync("com.atproto.server.createSession", new() { ["identifier"] = gemeente, ["password"] = "fout" });
        }

        ((string?)last["error"]).ShouldBe("RateLimitExceeded");
    }

    [Fact]
    public async Task Every_answer_tells_how_many_calls_are_left_and_then_there_are_none()
    {
        using var first = await http.GetAsync("com.atproto.server.getSession");
        first.Headers.GetValues("RateLimit-Policy").ShouldBe(["3000;w=300"]);
        await network.Behave(new(Limit: 1));
        using var refused = await http.GetAsync("com.atproto.server.getSession");
        ((int)refused.StatusCode).ShouldBe(429);
    }

    private static JsonObject Record(string text) =>
        new()
        {
            ["$type"] = "app.bsky.feed.post",
            ["text"] = text,
            ["createdAt"] = "2026-11-22T11:00:00.000Z",
        };

    private JsonObject Mention(int start, int end) =>
        new()
        {
            ["index"] = new JsonObject { ["byteStart"] = start, ["byteEnd"] = end },
            ["features"] = new JsonArray(new JsonObject { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = gemeente }),
        };

    private Task<JsonNode> PutAsync(JsonObject record, string key = Key) =>
        AskAsync(
            "com.atproto.repo.putRecord",
            new()
            {
                ["repo"] = gemeente,
                ["collection"] = "app.bsky.feed.post",
                ["rkey"] = key,
                ["record"] = record.DeepClone(),
                ["swapRecord"] = null,
            }
        );

    private async Task<JsonNode> AskAsync(string method, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(method, body);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
