using System.Net;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>A question of a resident on an account of its own, and the colleague who answers it.</summary>
internal sealed class Scene : IDisposable
{
    public const string Municipality = "GM0193";
    public const string Answer = "Dank u wel. Wij kijken er vandaag naar.";

    private readonly Desk desk;
    private readonly ConversationRow row;

    private Scene(INetwork network, Desk desk, string message, ConversationRow row) =>
        (Network, this.desk, Message, this.row) = (network, desk, message, row);

    public INetwork Network { get; }

    public string Message { get; }

    public Guid Conversation => row.Id;

    /// <param name="words">What the resident says beside the mark by which the conversation is found.</param>
    public static async Task<Scene> BeginAsync(HubUnderTest hub, INetwork network, Visibility visibility, string words = "Lantaarn is stuk")
    {
        var mark = $"L{Random.Shared.Next(1_000_000)}";
        var desk = hub.Desk(Municipality);
        await network.BeginAsync(hub, Municipality);
        var message = await network.WriteAsync($"{mark} {words}", visibility);
        var row = await Eventually.Async(
            async () => (await desk.List("waiting")).Items.FirstOrDefault(row => row.Preview?.Contains(mark) == true),
            row => row is not null,
            $"the question with {mark} waits at the desk",
            60
        );
        row!.Visibility.ShouldBe(visibility);
        return new(network, desk, message, row);
    }

    /// <param name="privately">Of a public question: to the resident alone.</param>
    public async Task AnswerAsync(string text = Answer, bool privately = false) =>
        await desk.Reply(row.Id, (await desk.Open(row.Id)).Row.Version, text, privately);

    /// <summary>The sentence with which the desk does not take an answer.</summary>
    public async Task<string> RefusalAsync(bool privately = false)
    {
        var refused = await Should.ThrowAsync<HttpRequestException>(() => AnswerAsync("Nog iets.", privately));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return refused.Message;
    }

    /// <summary>The colleague is done.</summary>
    public async Task ResolveAsync() => await desk.Resolve(row.Id, (await desk.Open(row.Id)).Row.Version);

    /// <summary>What is told about the last answer.</summary>
    public async Task<string?> WordsAsync() => Reply(await desk.Open(row.Id)).StateText;

    /// <summary>What the resident wrote since has come to the colleague.</summary>
    public Task ComesInAsync(string text) =>
        Eventually.Async(() => desk.Open(row.Id), opened => opened.Thread.Any(item => item.Text?.Contains(text) == true), text, 60);

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
        conversation.Thread.Last(item => item is { Kind: ThreadItemKind.Reply, Automatic: false });
}
