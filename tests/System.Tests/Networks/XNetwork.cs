using WebcareHub.Contracts;
using WebcareHub.PlatformSimulator.X;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

internal sealed class XNetwork : INetwork
{
    private readonly string account = $"19{Random.Shared.NextInt64(10_000_000_000_000, 99_999_999_999_999)}";
    private XSimulatorClient? x;

    public IReadOnlyList<Visibility> Visibilities { get; } = [Visibility.Public, Visibility.Private];

    public async Task BeginAsync(HubUnderTest hub, string municipality)
    {
        x = new XSimulatorClient(hub.Platform.Address);
        var token = $"token-{account}";
        await x.RegisterAsync(new(account, "gemeente", "Gemeente", token), new Uri(hub.Social.Address, "channels/x/demo"));
        await hub.AddAccountAsync(hub.Social, new(Channel.X, "demo", account, municipality, null, token));
    }

    public async Task<string> WriteAsync(string text, Visibility visibility)
    {
        var resident = $"18{Random.Shared.NextInt64(10_000_000_000_000, 99_999_999_999_999)}";
        var written = await x!.WriteAsync(new(account, resident, text, visibility == Visibility.Public ? "mention" : "direct"));
        written.Answers.ShouldAllBe(answer => answer == 200);
        return written.Id;
    }

    public async Task<IReadOnlyList<Landed>> AnswersAsync() =>
        [
            .. (await x!.ReceivedAsync(account)).Select(sent => new Landed(
                sent.Text,
                sent.Under,
                sent.Kind == "post" ? Visibility.Public : Visibility.Private
            )),
        ];

    public Task FailAsync(Trouble trouble) =>
        trouble switch
        {
            Trouble.TimeoutAfterAccepting => x!.FailAsync(new(XFailureKind.TimeoutAfterAccept, account)),
            Trouble.TooMany => x!.FailAsync(new(XFailureKind.TooManyRequests, account)),
            Trouble.ServerError => x!.FailAsync(new(XFailureKind.ServerError, account)),
            _ => x!.ExpireTokenAsync(account),
        };

    // X tells what the account said, and that settles what broke off. Nothing makes a second call harmless.
    public DeliveryState After(Trouble trouble) =>
        trouble switch
        {
            Trouble.TimeoutAfterAccepting or Trouble.TooMany => DeliveryState.Sent,
            Trouble.ServerError => DeliveryState.Uncertain,
            _ => DeliveryState.Failed,
        };

    public void Dispose() => x?.Dispose();
}
