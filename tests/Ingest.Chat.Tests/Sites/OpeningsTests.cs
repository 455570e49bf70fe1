using System.Net;
using System.Text.Json;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.Chat.Tests.Sites;

/// <summary>The widget says when somebody is there, by the blueprint in force.</summary>
public sealed class OpeningsTests(TestHub hub)
{
    [Fact]
    public async Task The_name_and_the_hours_follow_a_new_release_without_a_restart()
    {
        await PublishAsync(1, "Vlieland", "[]");
        var closed = await SeenAsync(site => site.GetProperty("name").GetString() == "Vlieland");
        closed.GetProperty("open").GetBoolean().ShouldBeFalse();

        await PublishAsync(2, "Terschelling", "[\"00:00-24:00\"]");
        var open = await SeenAsync(site => site.GetProperty("name").GetString() == "Terschelling");
        open.GetProperty("open").GetBoolean().ShouldBeTrue();
        open.TryGetProperty("opensAt", out var opens).ShouldBeTrue();
        opens.ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<JsonElement> SeenAsync(Func<JsonElement, bool> isIt) =>
        await Testing.Eventually.Async(
            async () =>
            {
                using var answer = await new Visitor(hub, TestHub.OtherAccount, TestHub.OtherWebsite).SendAsync(HttpMethod.Get, "");
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                return await answer.Content.ReadFromJsonAsync<JsonElement>();
            },
            isIt,
            "the hours of a new release"
        );

    private async Task PublishAsync(int number, string name, string blocks)
    {
        Dictionary<string, string> files = new()
        {
            ["layer.yaml"] = $$"""
                layer: { title: Gemeente {{name}}, kind: municipality }
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                voice: { name: {{name}}, salutation: u }
                hours:
                  - id: webcare
                    title: Webcare
                    week:
                      weekdays: {{blocks}}
                      weekend: {{blocks}}
                """,
        };
        const string layer = TestHub.OtherMunicipality;
        await using var session = await hub.Get<EventStore.EventStore>().OpenAsync([layer], null, default);
        var release = new ReleasePublished(layer, number, "Proef", files, "", new AgentRef("test", "Test"), DateTimeOffset.UtcNow);
        session.Append(StreamKey.OfLayer(layer), number - 1, [release]);
        session.RaiseEpoch(layer, number);
        await session.CommitAsync(default);
    }
}
