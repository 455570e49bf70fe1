using System.Net;
using System.Text.Json;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.Chat.Tests.Sites;

/// <summary>The widget says when somebody is there, by the blueprint in force.</summary>
public sealed class OpeningsTests(TestHub hub)
{
    private const string Region = "eilanden";

    [Fact]
    public async Task The_name_and_the_hours_follow_a_new_release_without_a_restart()
    {
        const string layer = TestHub.OtherMunicipality;
        await PublishAsync(layer, 1, $"{Own("Vlieland")}\n{Hours(Never)}");
        var closed = await SeenAsync(TestHub.OtherAccount, TestHub.OtherWebsite, "Vlieland");
        closed.GetProperty("open").GetBoolean().ShouldBeFalse();

        await PublishAsync(layer, 2, $"{Own("Terschelling")}\n{Hours(Always)}");
        var open = await SeenAsync(TestHub.OtherAccount, TestHub.OtherWebsite, "Terschelling");
        open.GetProperty("open").GetBoolean().ShouldBeTrue();
        open.TryGetProperty("opensAt", out var opens).ShouldBeTrue();
        opens.ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Hours_that_a_municipality_deferred_are_not_shown_yet()
    {
        const string region = $"layer: {{ title: Eilanden, kind: region, members: [{TestHub.Municipality}] }}";
        const string deferred = $$"""
            adoption:
              base: { {{Region}}: 1 }
              choices:
                - { entry: hours/webcare, choice: defer, layer: {{Region}}, release: 2, reason: Eerst overleggen. }
            """;
        await PublishAsync(Region, 1, $"{region}\n{Hours(Always)}");
        await PublishAsync(Region, 2, $"{region}\n{Hours(Never)}");

        await PublishAsync(TestHub.Municipality, 1, Own("Ameland"));
        (await SeenAsync(TestHub.Account, TestHub.Website, "Ameland")).GetProperty("open").GetBoolean().ShouldBeFalse();
        await PublishAsync(TestHub.Municipality, 2, $"{Own("Texel")}\n{deferred}");
        (await SeenAsync(TestHub.Account, TestHub.Website, "Texel")).GetProperty("open").GetBoolean().ShouldBeTrue();
    }

    private const string Always = "[\"00:00-24:00\"]";
    private const string Never = "[]";

    private static string Own(string name) =>
        $$"""
            layer: { title: Gemeente {{name}}, kind: municipality }
            defaults: { owner: Team, reviewOn: 2027-06-01 }
            voice: { name: {{name}}, salutation: u }
            """;

    private static string Hours(string blocks) =>
        $$"""
            hours:
              - id: webcare
                title: Webcare
                owner: Team
                reviewOn: 2027-06-01
                week: { weekdays: {{blocks}}, weekend: {{blocks}} }
            """;

    private async Task<JsonElement> SeenAsync(string account, string website, string name) =>
        await Testing.Eventually.Async(
            async () =>
            {
                using var answer = await new Visitor(hub, account, website).SendAsync(HttpMethod.Get, "");
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                return await answer.Content.ReadFromJsonAsync<JsonElement>();
            },
            site => site.GetProperty("name").GetString() == name,
            "the hours of a new release"
        );

    private async Task PublishAsync(string layer, int number, string yaml)
    {
        Dictionary<string, string> files = new() { ["layer.yaml"] = yaml };
        await using var session = await hub.Get<EventStore.EventStore>().OpenAsync([layer], null, default);
        var release = new ReleasePublished(layer, number, "Proef", files, "", new AgentRef("test", "Test"), DateTimeOffset.UtcNow);
        session.Append(StreamKey.OfLayer(layer), number - 1, [release]);
        session.RaiseEpoch(layer, number);
        await session.CommitAsync(default);
    }
}
