using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

internal sealed class BlueskyNetwork : INetwork
{
    private readonly string handle = $"gemeente{Random.Shared.Next()}.test";
    private readonly List<string> residents = [];
    private BlueskyClient? network;
    private string municipality = "";

    public string Account => municipality;

    public IReadOnlyList<Visibility> Visibilities { get; } = [Visibility.Public, Visibility.Private];

    public async Task BeginAsync(HubUnderTest hub, string owner)
    {
        network = new BlueskyClient(hub.Platform.Address);
        municipality = await network.Join(handle, "app-pass");
        await hub.AddAccountAsync(
            hub.Social,
            new(Channel.Bluesky, "demo", municipality, owner, handle, "app-pass", hub.Platform.Address.ToString())
        );
        // Direct messages are followed from the moment of connecting.
        await Eventually.Async(
            () => hub.Count($"select count(*) from channels.pulls where account = '{municipality}' and cursor is not null"),
            read => read == 1,
            "the account is read once",
            60
        );
    }

    public async Task<string> WriteAsync(string text, Visibility visibility)
    {
        var resident = await network!.Join($"jan{Random.Shared.Next()}.test");
        residents.Add(resident);
        return visibility == Visibility.Public
            ? await network.Post(new(resident, $"@{handle} {text}", handle))
            : await network.Say(resident, municipality, text);
    }

    public async Task<IReadOnlyList<Landed>> AnswersAsync()
    {
        var posts = (await network!.PostsOf(municipality)).Select(post => new Landed(post.Text, post.Parent, Visibility.Public));
        var messages = await Task.WhenAll(residents.Select(resident => network.Said(municipality, resident)));
        var said = messages.SelectMany(all => all).Where(message => message.Sender == municipality);
        return [.. posts, .. said.Select(message => new Landed(message.Text, null, Visibility.Private))];
    }

    public Task FailAsync(Trouble trouble) =>
        trouble switch
        {
            Trouble.TimeoutAfterAccepting => network!.Fail(new(BlueskyFaultKind.TimeoutAfterAccept, "putRecord", Milliseconds: 300)),
            Trouble.TooMany => network!.Fail(new(BlueskyFaultKind.TooManyRequests, "putRecord", Seconds: 1)),
            Trouble.ServerError => network!.Fail(new(BlueskyFaultKind.ServerError, "putRecord")),
            _ => network!.Expire(municipality),
        };

    // A record's key makes a second call harmless, and a session that ended is refreshed.
    public DeliveryState After(Trouble trouble) => DeliveryState.Sent;

    public void Dispose() => network?.Dispose();
}
