using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Tests;

/// <summary>The simulated pages and Instagram accounts refuse what the real ones refuse.</summary>
public sealed class MetaTests : IAsyncLifetime
{
    private const string Page = "200000088";
    private const string Instagram = "17841400000088";
    private Scene scene = null!;

    public async ValueTask InitializeAsync() => scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Theory]
    [InlineData("""{"recipient":{"id":"71"},"message":{"text":"x"}}""", 100)]
    [InlineData("""{"recipient":{"id":"71"},"messaging_type":"RESPONSE","message":{"text":"x","other":1}}""", 100)]
    [InlineData("""{"recipient":{"id":"71","comment_id":"1"},"messaging_type":"RESPONSE","message":{"text":"x"}}""", 100)]
    [InlineData("""{"recipient":{"id":"71"},"messaging_type":"MESSAGE_TAG","message":{"text":"x"}}""", 100)]
    [InlineData("""{"recipient":{"id":"79"},"messaging_type":"RESPONSE","message":{"text":"x"}}""", 100)]
    [InlineData("""{"recipient":{"comment_id":"9"},"message":{"text":"x"}}""", 100)]
    public async Task A_body_that_breaks_a_rule_is_refused(string body, int code)
    {
        await scene.Client.Meta.Say(Page, "1", "Hallo");
        (await Send($"{Page}/messages", body)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task The_window_closes_after_a_day_and_for_a_person_after_a_week()
    {
        const string Plain = """{"recipient":{"id":"72"},"messaging_type":"RESPONSE","message":{"text":"x"}}""";
        const string Tagged = """{"recipient":{"id":"72"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"x"}}""";
        await scene.Client.Meta.Do(new(Page, "2", Text: "Hallo"));
        (await Send($"{Page}/messages", Plain)).Status.ShouldBe(200);
        await scene.Client.Behave(new(ClockOffsetSeconds: 2 * 86_400));
        (await Send($"{Page}/messages", Plain)).ShouldBe((400, 10));
        (await Send($"{Page}/messages", Tagged)).Status.ShouldBe(200);
        await scene.Client.Behave(new(ClockOffsetSeconds: 8 * 86_400));
        (await Send($"{Page}/messages", Tagged)).ShouldBe((400, 10));
    }

    [Fact]
    public async Task A_comment_is_answered_in_private_once_and_within_a_week()
    {
        var comment = await scene.Client.Meta.Comment(Page, "3", "Vraag");
        var body = $$"""{"recipient":{"comment_id":"{{comment}}"},"message":{"text":"x"} }""";
        (await Send($"{Page}/messages", body)).Status.ShouldBe(200);
        (await Send($"{Page}/messages", body)).ShouldBe((400, 10900));
        var old = await scene.Client.Meta.Do(new(Page, "3", "comment", "Oud", At: DateTimeOffset.UtcNow.AddDays(-8)));
        (await Send($"{Page}/messages", body.Replace(comment, old, StringComparison.Ordinal))).ShouldBe((400, 10903));
    }

    [Fact]
    public async Task The_same_comment_twice_and_a_comment_that_is_gone_are_refused()
    {
        var comment = await scene.Client.Meta.Comment(Page, "4", "Vraag");
        (await Send($"{comment}/comments", """{"message":"Antwoord"}""")).Status.ShouldBe(200);
        (await Send($"{comment}/comments", """{"message":"Antwoord"}""")).ShouldBe((400, 506));
        (await Send($"{comment}", """{"is_hidden":"yes"}""")).ShouldBe((400, 100));
        await scene.Client.Meta.Do(new(Page, "4", "comment-remove", About: comment));
        (await Send($"{comment}/comments", """{"message":"Nog een"}""")).ShouldBe((400, 100));
    }

    [Fact]
    public async Task Without_the_right_token_nothing_is_taken()
    {
        var comment = await scene.Client.Meta.Comment(Instagram, "5", "Vraag");
        scene.Graph.DefaultRequestHeaders.Authorization = new("Bearer", "other");
        (await Send($"{comment}/replies", """{"message":"x"}""")).ShouldBe((403, 200));
        scene.Graph.DefaultRequestHeaders.Authorization = null;
        (await Send($"{comment}/replies", """{"message":"x"}""")).ShouldBe((401, 190));
        (await scene.Client.Meta.Sent(Instagram)).ShouldBeEmpty();
    }

    private async Task<(int Status, int Code)> Send(string path, string body)
    {
        using var answer = await scene.Graph.PostAsync($"v23.0/{path}", new StringContent(body));
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        return ((int)answer.StatusCode, told?["error"]?["code"]?.GetValue<int>() ?? 0);
    }
}
