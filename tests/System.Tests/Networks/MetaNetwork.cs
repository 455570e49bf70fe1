using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>A page in public or in private, or an Instagram account.</summary>
internal sealed class MetaNetwork(string channel) : INetwork
{
    private readonly string account = $"20{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";
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
        platform = hub.Residents;
        await platform.Behave(new Behaviour(MetaHub: new Uri(hub.Social.Address, "channels/meta/demo").ToString()));
        await platform.Meta.Register(new(account, channel == Channel.Instagram, "Gemeente"));
        await hub.AddAccountAsync(hub.Social, new(channel, "demo", account, municipality, null, "demo-token"));
    }

    public Task<string> WriteAsync(string text, Visibility visibility)
    {
        var person = $"{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}";
        return visibility == Visibility.Public ? platform!.Meta.Comment(account, person, text) : platform!.Meta.Say(account, person, text);
    }

    public async Task<IReadOnlyList<Landed>> AnswersAsync() =>
        [
            .. (await platform!.Meta.Sent(account)).Select(sent => new Landed(
                sent.Text,
                sent.About,
                sent.Kind == "comment" ? Visibility.Public : Visibility.Private
            )),
        ];

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
