using WebcareHub.Contracts;
using WebcareHub.PlatformSimulator.Mastodon;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>A server of its own for each account.</summary>
internal sealed class MastodonNetwork : INetwork
{
    private readonly string server = $"s{Guid.NewGuid():N}"[..12];
    private MastodonClient? network;

    public string Account => $"gemeente@{server}";

    public IReadOnlyList<Visibility> Visibilities { get; } = [Visibility.Public, Visibility.Private];

    public async Task BeginAsync(HubUnderTest hub, string municipality)
    {
        network = new MastodonClient(hub.Platform.Address, server);
        await network.AddAccount(new("gemeente", $"token-{server}"));
        await hub.AddAccountAsync(
            hub.Social,
            new(Channel.Mastodon, "demo", Account, municipality, null, $"token-{server}", network.Address.ToString())
        );
    }

    public Task<string> WriteAsync(string text, Visibility visibility) =>
        network!.Post(new($"jan{Random.Shared.Next()}", $"@gemeente {text}", visibility == Visibility.Public ? "public" : "direct"));

    // Everybody reads what is public, and whoever has the link what is unlisted.
    public async Task<IReadOnlyList<Landed>> AnswersAsync() =>
        [
            .. (await network!.Posts("gemeente")).Select(post => new Landed(
                post.Text,
                post.InReplyTo,
                post.Visibility is "public" or "unlisted" ? Visibility.Public : Visibility.Private
            )),
        ];

    public Task FailAsync(Trouble trouble) =>
        network!.Fail(
            new(
                trouble switch
                {
                    Trouble.TimeoutAfterAccepting => MastodonTrouble.TimeoutAfterAccept,
                    Trouble.TooMany => MastodonTrouble.RateLimited,
                    Trouble.ServerError => MastodonTrouble.ServerError,
                    _ => MastodonTrouble.TokenExpired,
                },
                Path: "/api/v1/statuses",
                Method: "POST"
            )
        );

    // Its key makes a second call harmless, so what broke off is settled by calling once more.
    public DeliveryState After(Trouble trouble) => trouble is Trouble.TokenExpired ? DeliveryState.Failed : DeliveryState.Sent;

    public void Dispose() => network?.Dispose();
}
