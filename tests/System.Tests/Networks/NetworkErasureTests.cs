using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>Who is forgotten is forgotten on every channel: one resident on each, with words that nobody else uses.</summary>
[Collection(typeof(OneHub))]
public sealed class NetworkErasureTests(RunningHub running)
{
    private static readonly string[] Traces = ["zeepaardj", "egelhuis"];

    private readonly HubUnderTest hub = running.Hub;

    [Fact]
    public async Task Nothing_of_an_erased_resident_is_left_of_any_channel()
    {
        await hub.StartSocialAsync();
        INetwork[] networks =
        [
            new MetaNetwork(Channel.Messenger),
            new MetaNetwork(Channel.Instagram),
            new MastodonNetwork(),
            new BlueskyNetwork(),
            new XNetwork(),
            new ChatNetwork(),
        ];
        var scenes = await Task.WhenAll(networks.Select(SayAsync));
        (await new Remains(hub).FindAsync(Traces)).ShouldContain("database: zeepaardj");

        await Task.WhenAll(scenes.Select(EraseAsync));

        await Eventually.Async(() => new Remains(hub).FindAsync(Traces), left => left.Count == 0, "nothing of them is left", 60);
        Array.ForEach(scenes, scene => scene.Dispose());
    }

    private async Task<Scene> SayAsync(INetwork network)
    {
        var scene = await Scene.BeginAsync(hub, network, Visibility.Private, "Mijn zeepaardje is weg");
        await scene.AnswerAsync("Wij zoeken in het egelhuis.");
        await scene.StateAsync(state => state >= DeliveryState.Sent);
        return scene;
    }

    private async Task EraseAsync(Scene scene)
    {
        using var http = HubUnderTest.Api(hub.Routing.Address, hub.Token(Scene.Municipality, "agent-1", "webcare", "admin"));
        var resident = await hub.ReadAsync<Guid>($"select resident_id from routing.conversations where id = '{scene.Conversation}'");
        var answer = await http.PostAsJsonAsync($"api/v1/residents/{resident}/erasure", new EraseResident(ErasureReasons.Request));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
