using WebcareHub.Testing;

namespace WebcareHub.PlatformSimulator.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_starts_with_the_same_forty_messages_every_time()
    {
        var first = await SeedIds();
        var second = await SeedIds();

        first.Length.ShouldBe(40);
        second.ShouldBe(first, ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_is_sent_unless_asked()
    {
        await using var scene = await Scene.StartAsync();

        (await scene.Client.Counts()).MessagesWritten.ShouldBe(0);
    }

    [Fact]
    public async Task A_busy_afternoon_reaches_the_hub()
    {
        await using var scene = await Scene.StartAsync();

        (await scene.Graph.PostAsync("simulator/busy-afternoon", null)).EnsureSuccessStatusCode();

        await Eventually.Async(() => scene.Hub.Messages.Count() >= 2, "messages arrive");
    }

    [Fact]
    public async Task The_page_and_its_files_are_served()
    {
        await using var scene = await Scene.StartAsync();

        (await scene.Graph.GetStringAsync("/")).ShouldContain("lang=\"nl\"");
        (await scene.Graph.GetStringAsync("/simulator.js")).ShouldNotBeEmpty();
        (await scene.Graph.GetStringAsync("/simulator.css")).ShouldNotBeEmpty();
    }

    private static async Task<string[]> SeedIds()
    {
        await using var scene = await Scene.StartAsync(new Dictionary<string, string?> { ["Simulator:Seed"] = "true" });
        await Eventually.Async(
            async () => (await scene.Client.Counts()) is { WebhooksDone: 40 },
            true.Equals,
            "forty webhooks are accepted"
        );
        return [.. scene.Hub.Messages.Select(message => message["id"]!.GetValue<string>())];
    }
}
