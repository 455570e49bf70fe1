using System.Net.Http.Headers;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.IngestTesting;
using WebcareHub.PlatformSimulator;
using WebcareHub.Testing;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Ingest.Social.Tests;

/// <summary>
/// The real service (<see cref="IngestHub"/>) with its own platforms. A class fixture: a test adds the accounts it needs
/// (<see cref="AddAccountAsync"/>), and steers the platform through <see cref="Simulator"/>.
/// </summary>
public sealed class TestHub : IAsyncLifetime
{
    internal const string Municipality = IngestHub.Municipality;

    private readonly IngestHub hub = new(
        "ingest-social",
        typeof(TestHub).Assembly.GetName().Name!,
        builder => builder.AddIngestSocial(),
        app => app.MapIngestSocial()
    );

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal TestDatabase Database => hub.Database;

    internal WebApplication App => hub.App;

    internal HttpClient Client => hub.Client;

    internal TestBroker Broker => hub.Broker;

    internal Ear Ear => hub.Ear;

    /// <summary>What is changed here counts from the next <see cref="StartAsync"/>.</summary>
    internal Dictionary<string, string?> Settings => hub.Settings;

    public async ValueTask InitializeAsync()
    {
        await hub.PrepareAsync();
        Simulator = await SimulatorHost.StartAsync();
        Settings["Apps:demo:Secret"] = "demo-secret";
        Settings["Apps:demo:VerifyToken"] = "demo-verify";
        Settings["Apps:demo:ClientId"] = "demo-client";
        Settings["Apps:demo:ClientSecret"] = "demo-client-secret";
        Settings["Platforms:Meta:BaseUrl"] = Simulator.Address.ToString();
        Settings["Platforms:X:BaseUrl"] = Simulator.Address.ToString();
        await StartAsync();
    }

    internal Task StartAsync() => hub.StartAsync();

    internal Task StopAsync() => hub.StopAsync();

    /// <summary>Registers an account of <see cref="Municipality"/> with the app <c>demo</c>; it is in use when this returns.</summary>
    internal Task AddAccountAsync(string channel, string id, string token, Uri? server = null, string? name = null) =>
        hub.AddAccountAsync(new(channel, "demo", id, Municipality, name, token, server?.ToString()));

    /// <summary>The account as the screen of accounts shows it.</summary>
    internal async Task<ChannelAccount> AccountAsync(string channel, string id) =>
        (await Get<AccountRegister>().ListAsync(null, default)).Single(account => account.Channel == channel && account.Id == id);

    internal T Get<T>()
        where T : notnull => hub.Get<T>();

    /// <summary>Posts a body to <c>/channels/NAME/demo</c> with one header, usually the signature.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string webhook, byte[] body, string header, string? value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/channels/{webhook}/demo") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>An answer by an account of <see cref="Municipality"/>, in a conversation of its own.</summary>
    internal static ReplyToSend Reply(string channel, string account, IReadOnlyList<string> to, string? text) =>
        new(
            Municipality,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            channel,
            "demo",
            account,
            Guid.CreateVersion7(),
            to,
            text,
            null,
            null,
            [],
            null
        );

    /// <summary>Puts an answer on its channel's queue, as Routing does.</summary>
    internal Task SendAsync(ReplyToSend reply) => SendAsync(Queues.RepliesFor(reply.Channel), reply);

    internal Task SendAsync<T>(string queue, T message)
        where T : class => hub.SendAsync(queue, message);

    /// <inheritdoc cref="IngestHub.HeardAsync(Guid, DeliveryState, int)"/>
    internal Task<ReplyOutcome> HeardAsync(ReplyToSend reply, DeliveryState state, int part = 0) =>
        hub.HeardAsync(reply.ReplyId, state, part);

    /// <summary>What Routing heard that fits, once there is one.</summary>
    internal async Task<Inbound> HeardAsync(Func<Inbound, bool> fits, string what) => (await hub.HeardAsync(fits, what))[0];

    /// <inheritdoc cref="IngestHub.HeardAsync(Guid, int)"/>
    internal Task<IReadOnlyList<Inbound>> HeardAsync(Guid delivery, int items = 1) => hub.HeardAsync(delivery, items);

    /// <inheritdoc cref="IngestHub.MoveClockAsync"/>
    internal Task MoveClockAsync(TimeSpan further) => hub.MoveClockAsync(further);

    internal HttpRequestMessage Request(HttpMethod method, string path, string? municipality = Municipality, params string[] roles) =>
        hub.Request(method, path, municipality, roles);

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
