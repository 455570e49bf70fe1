using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>Per network: residents write, a colleague answers, and what the platform then does is what the colleague sees. Each scene has an account of its own.</summary>
[Collection(typeof(OneHub))]
public sealed class NetworkTests(RunningHub running)
{
    private const string Municipality = "GM0193";

    private static readonly Dictionary<string, Func<INetwork>> Networks = new()
    {
        [Channel.Facebook] = () => new MetaNetwork(Channel.Facebook),
        [Channel.Messenger] = () => new MetaNetwork(Channel.Messenger),
        [Channel.Instagram] = () => new MetaNetwork(Channel.Instagram),
        [Channel.Mastodon] = () => new MastodonNetwork(),
        [Channel.X] = () => new XNetwork(),
    };

    private readonly HubUnderTest hub = running.Hub;

    public static TheoryData<string> Channels => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_answer_lands_once_in_its_place_and_no_wider_than_the_question(string channel)
    {
        await hub.StartSocialAsync();
        using var first = Networks[channel]();
        await Task.WhenAll(first.Visibilities.Select(visibility => LandsAsync(channel, visibility)));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task What_the_platform_does_wrong_is_what_the_colleague_sees_and_can_act_on(string channel)
    {
        await hub.StartSocialAsync();
        await Task.WhenAll(Enum.GetValues<Trouble>().Select(trouble => MeetsAsync(channel, trouble)));
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

    /// <summary>A question of a resident on an account of its own, and the colleague who answers it.</summary>
    private sealed class Scene : IDisposable
    {
        public const string Answer = "Dank u wel. Wij kijken er vandaag naar.";

        private readonly Desk desk;
        private readonly ConversationRow row;

        private Scene(INetwork network, Desk desk, string message, ConversationRow row) =>
            (Network, this.desk, Message, this.row) = (network, desk, message, row);

        public INetwork Network { get; }

        public string Message { get; }

        public static async Task<Scene> BeginAsync(HubUnderTest hub, INetwork network, Visibility visibility)
        {
            var mark = $"L{Random.Shared.Next(1_000_000)}";
            var desk = hub.Desk(Municipality);
            await network.BeginAsync(hub, Municipality);
            var message = await network.WriteAsync($"Lantaarn {mark} is stuk", visibility);
            var row = await Eventually.Async(
                async () => (await desk.List("waiting")).Items.FirstOrDefault(row => row.Preview?.Contains(mark) == true),
                row => row is not null,
                $"the question with {mark} waits at the desk",
                60
            );
            row!.Visibility.ShouldBe(visibility);
            return new(network, desk, message, row);
        }

        public async Task AnswerAsync() => await desk.Reply(row.Id, row.Version, Answer);

        public Task<DeliveryState?> StateAsync(Func<DeliveryState?, bool> enough) =>
            Eventually.Async(async () => Reply(await desk.Open(row.Id)).State, enough, $"the answer on {row.Channel} gets its state", 90);

        /// <summary>The reason is a sentence, and the colleague may decide.</summary>
        public async Task CanActAsync()
        {
            var opened = await desk.Open(row.Id);
            opened.Row.NeedsAttention.ShouldBeTrue();
            Reply(opened).StateText!.ShouldContain(".");
            Reply(opened).UncertainParts.ShouldNotBeEmpty();
        }

        public void Dispose()
        {
            Network.Dispose();
            desk.Dispose();
        }

        private static ThreadItem Reply(ConversationDetail conversation) =>
            conversation.Thread.Single(item => item is { Kind: ThreadItemKind.Reply, Automatic: false });
    }
}
