using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>Per network: residents write, a colleague answers, and what the platform then does is what the colleague sees. Each scene has an account of its own.</summary>
[Collection(typeof(OneHub))]
public sealed class NetworkTests(RunningHub running)
{
    private static readonly Dictionary<string, Func<INetwork>> Networks = new()
    {
        [Channel.Facebook] = () => new MetaNetwork(Channel.Facebook),
        [Channel.Messenger] = () => new MetaNetwork(Channel.Messenger),
        [Channel.Instagram] = () => new MetaNetwork(Channel.Instagram),
        [Channel.Mastodon] = () => new MastodonNetwork(),
        [Channel.Bluesky] = () => new BlueskyNetwork(),
        [Channel.X] = () => new XNetwork(),
        [Channel.Chat] = () => new ChatNetwork(),
    };

    private readonly HubUnderTest hub = running.Hub;

    public static TheoryData<string> Channels => [.. Networks.Keys];

    /// <summary>The chat is the hub's own.</summary>
    public static TheoryData<string> Platforms => [.. Networks.Keys.Where(channel => channel != Channel.Chat)];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_answer_lands_once_in_its_place_and_no_wider_than_the_question(string channel)
    {
        await hub.StartSocialAsync();
        using var first = Networks[channel]();
        await Task.WhenAll(first.Visibilities.Select(visibility => LandsAsync(channel, visibility)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task What_the_platform_does_wrong_is_what_the_colleague_sees_and_can_act_on(string channel)
    {
        await hub.StartSocialAsync();
        await Task.WhenAll(Enum.GetValues<Trouble>().Select(trouble => MeetsAsync(channel, trouble)));
    }

    [Fact]
    public async Task A_visitor_of_the_chat_sees_that_a_colleague_is_done()
    {
        using var chat = new ChatNetwork();
        using var scene = await Scene.BeginAsync(hub, chat, Visibility.Private);
        await scene.ResolveAsync();
        (await chat.RestedAsync()).ShouldBeTrue();
    }

    private async Task LandsAsync(string channel, Visibility visibility)
    {
        using var scene = await Scene.BeginAsync(hub, Networks[channel](), visibility);

        await scene.AnswerAsync();

        (await scene.StateAsync(state => state >= DeliveryState.Sent)).ShouldNotBe(DeliveryState.Failed);
        var landed = (await scene.Network.AnswersAsync()).ShouldHaveSingleItem();
        landed.Text!.ShouldContain(Scene.Answer);
        landed.Visibility.ShouldBe(visibility);
        if (visibility == Visibility.Public)
            landed.Under.ShouldBe(scene.Message);
    }

    private async Task MeetsAsync(string channel, Trouble trouble)
    {
        var network = Networks[channel]();
        using var scene = await Scene.BeginAsync(hub, network, network.Visibilities[0]);
        await network.FailAsync(trouble);

        await scene.AnswerAsync();

        var expected = network.After(trouble);
        (
            await scene.StateAsync(state => state == expected || expected is DeliveryState.Sent && state > DeliveryState.Sent)
        ).ShouldNotBeNull();
        (await network.AnswersAsync()).Count.ShouldBe(expected is DeliveryState.Sent ? 1 : 0, $"{channel} {trouble}");
        if (expected is DeliveryState.Failed or DeliveryState.Uncertain)
            await scene.CanActAsync();
    }
}
