using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>Per network: a resident writes, a colleague answers, and what the platform then does is what the colleague sees.</summary>
[Collection(typeof(OneHub))]
public sealed class NetworkTests(RunningHub running)
{
    private const string Municipality = "GM0193";
    private const string Answer = "Dank u wel. Wij kijken er vandaag naar.";

    private readonly HubUnderTest hub = running.Hub;

    private static readonly Dictionary<string, Func<INetwork>> Networks = new() { [Channel.X] = () => new XNetwork() };

    [Theory]
    [InlineData(Channel.X, Visibility.Public)]
    [InlineData(Channel.X, Visibility.Private)]
    public async Task An_answer_lands_once_in_its_place_and_no_wider_than_the_question(string channel, Visibility visibility)
    {
        using var network = Networks[channel]();
        await BeginAsync(network);
        var message = await network.WriteAsync("De lantaarn in de Dorpsstraat is stuk.", visibility);

        using var desk = hub.Desk(Municipality);
        var row = await WaitingAsync(desk, channel);
        row.Visibility.ShouldBe(visibility);
        await desk.Reply(row.Id, row.Version, Answer);

        (await StateAsync(desk, row.Id, state => state >= DeliveryState.Sent)).ShouldBeOneOf(
            DeliveryState.Sent,
            DeliveryState.Delivered,
            DeliveryState.Read
        );
        var landed = (await network.AnswersAsync()).ShouldHaveSingleItem();
        landed.Text!.ShouldContain(Answer);
        landed.Visibility.ShouldBe(visibility);
        if (visibility == Visibility.Public)
            landed.Under.ShouldBe(message);
    }

    [Theory]
    [InlineData(Channel.X, Trouble.TimeoutAfterAccepting)]
    [InlineData(Channel.X, Trouble.TooMany)]
    [InlineData(Channel.X, Trouble.ServerError)]
    [InlineData(Channel.X, Trouble.TokenExpired)]
    internal async Task What_the_platform_does_wrong_is_what_the_colleague_sees(string channel, Trouble trouble)
    {
        using var network = Networks[channel]();
        await BeginAsync(network);
        await network.WriteAsync("Is het zwembad vandaag open?", Visibility.Public);
        using var desk = hub.Desk(Municipality);
        var row = await WaitingAsync(desk, channel);
        await network.FailAsync(trouble);

        await desk.Reply(row.Id, row.Version, Answer);

        var expected = network.AfterTrouble(trouble);
        (await StateAsync(desk, row.Id, state => state == expected)).ShouldBe(expected);
        (await network.AnswersAsync()).Count.ShouldBe(trouble is Trouble.TimeoutAfterAccepting || expected is DeliveryState.Sent ? 1 : 0);
        if (expected is DeliveryState.Failed or DeliveryState.Uncertain)
            await CanActAsync(desk, row.Id);
    }

    private async Task BeginAsync(INetwork network)
    {
        await hub.StartSocialAsync();
        await network.BeginAsync(hub, Municipality);
    }

    /// <summary>The reason is a sentence, and the colleague may decide.</summary>
    private static async Task CanActAsync(Desk desk, Guid conversation)
    {
        var opened = await desk.Open(conversation);
        opened.Row.NeedsAttention.ShouldBeTrue();
        var reply = opened.Thread.Single(item => item is { Kind: ThreadItemKind.Reply, Automatic: false });
        reply.StateText!.ShouldContain(".");
        reply.UncertainParts.ShouldNotBeEmpty();
    }

    private static async Task<ConversationRow> WaitingAsync(Desk desk, string channel) =>
        (
            await Eventually.Async(
                async () => (await desk.List("waiting")).Items.FirstOrDefault(row => row.Channel == channel),
                row => row is not null,
                $"the question on {channel} waits at the desk",
                30
            )
        )!;

    private static Task<DeliveryState?> StateAsync(Desk desk, Guid conversation, Func<DeliveryState?, bool> enough) =>
        Eventually.Async(
            async () =>
                (await desk.Open(conversation)).Thread.Single(item => item is { Kind: ThreadItemKind.Reply, Automatic: false }).State,
            enough,
            "the answer gets the expected state",
            60
        );
}
