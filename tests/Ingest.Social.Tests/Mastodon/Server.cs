using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Mastodon;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

/// <summary>A server of its own for one test, with the account of the municipality in use.</summary>
internal sealed class Server : IDisposable
{
    private readonly TestHub hub;

    private Server(TestHub hub, string account, MastodonClient network) => (this.hub, Account, Network) = (hub, account, network);

    public string Account { get; }

    public MastodonClient Network { get; }

    /// <summary>Its stream is open when this returns.</summary>
    public static async Task<Server> StartAsync(TestHub hub, MastodonBehaviour? behaviour = null)
    {
        var name = $"s{Guid.NewGuid():N}"[..12];
        var network = new MastodonClient(hub.Simulator.Address, name);
        await network.Behave(behaviour ?? new());
        await network.AddAccount(new("gemeente", $"token-{name}"));
        await hub.AddAccountAsync(Channel.Mastodon, $"gemeente@{name}", $"token-{name}", network.Address);
        var server = new Server(hub, $"gemeente@{name}", network);
        if (behaviour?.Streams != false)
        {
            await server.StreamAsync();
        }

        return server;
    }

    public Task StreamAsync() => Testing.Eventually.Async(Network.Counts, counts => counts.Streams > 0, "an open stream", 30);

    public Task<Inbound> HeardAsync<T>(Func<T, bool> fits, string what)
        where T : InboundContent =>
        hub.HeardAsync(inbound => inbound.Account == Account && inbound.Content is T content && fits(content), what);

    /// <summary>A question, as it was heard.</summary>
    public async Task<InboundMessage> AskAsync(NewPost post)
    {
        var id = await Network.Post(post);
        var heard = await HeardAsync<InboundMessage>(message => message.PlatformId == id, $"a question that is {post.Visibility}");
        return (InboundMessage)heard.Content;
    }

    public ReplyToSend Reply(InboundMessage question, string? text) =>
        TestHub.Reply(Channel.Mastodon, Account, question.Author.Ids, text) with
        {
            Visibility = question.Visibility,
            ReplyTo = question.ReplyTo,
            QuotedId = question.PlatformId,
        };

    public async Task<IReadOnlyList<PostSeen>> AnswersAsync() => await Network.Posts("gemeente");

    public void Dispose() => Network.Dispose();
}
