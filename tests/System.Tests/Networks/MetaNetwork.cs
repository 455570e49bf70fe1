using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>A page in public or in private, or an Instagram account.</summary>
/// <param name="ago">How long ago its resident writes.</param>
internal sealed class MetaNetwork(string channel, TimeSpan ago = default) : INetwork
{
    private readonly string account = $"20{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";
    private readonly string person = $"{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}";
    private HubUnderTest? hub;
    private SimulatorClient? platform;

    public IReadOnlyList<Visibility> Visibilities { get; } =
        channel switch
        {
            Channel.Facebook => [Visibility.Public],
            Channel.Messenger => [Visibility.Private],
            _ => [Visibility.Public, Visibility.Private],
        };

    public async Task BeginAsync(HubUnderTest hub, string municipality)
    {
        (this.hub, platform) = (hub, hub.Residents);
        await platform.Behave(new Behaviour(MetaHub: new Uri(hub.Social.Address, "channels/meta/demo").ToString()));
        await platform.Meta.Register(new(account, channel == Channel.Instagram, "Gemeente"));
        await hub.AddAccountAsync(hub.Social, new(channel, "demo", account, municipality, null, "demo-token"));
    }

    public Task<string> WriteAsync(string text, Visibility visibility) => WriteAsync(text, visibility, ago);

    public Task<string> WriteAsync(string text, Visibility visibility, TimeSpan since) =>
        platform!.Meta.Do(new(account, person, visibility == Visibility.Public ? "comment" : "message", text, At: hub!.Now - since));

    /// <summary>As the platform keeps them, with the tag they went under.</summary>
    public Task<IReadOnlyList<MetaSent>> SentAsync() => platform!.Meta.Sent(account);

    public async Task<IReadOnlyList<Landed>> AnswersAsync() =>
        [
            .. (await SentAsync()).Select(sent => new Landed(
                sent.Text,
                sent.About,
                sent.Kind == "comment" ? Visibility.Public : Visibility.Private
            )),
        ];

    /// <summary>The platform refuses the next answer, with this code.</summary>
    public Task RefuseAsync(int code) => platform!.Fail(new Failure(FailureKind.Error, Code: code, Number: account));

    public Task FailAsync(Trouble trouble) =>
        platform!.Fail(
            trouble switch
            {
                Trouble.TimeoutAfterAccepting => new Failure(FailureKind.TimeoutAfterAccept, Milliseconds: 300, Number: account),
                Trouble.TooMany => new Failure(FailureKind.TooManyRequests, Number: account),
                Trouble.ServerError => new Failure(FailureKind.ServerError, Number: account),
                _ => new Failure(FailureKind.Error, Code: 190, Number: account),
            }
        );

    // Its own report of what was said settles what broke off; its temporary failures surely did nothing.
    public DeliveryState After(Trouble trouble) => trouble is Trouble.TokenExpired ? DeliveryState.Failed : DeliveryState.Sent;

    public void Dispose() { }
}
