using System.Net.Http.Headers;
using System.Security.Cryptography;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Ingest.Social.Tests;

/// <summary>
/// The real service on a real port, with its own database, vhost and platforms; may be stopped and started again. A class fixture: a test adds the
/// accounts it needs (<see cref="AddAccountAsync"/>), and steers the platform through <see cref="Simulator"/>.
/// </summary>
public sealed class TestHub : IAsyncLifetime
{
    internal const string Municipality = "GM0088";

    private readonly string folder = Directory.CreateTempSubdirectory("webcare-social").FullName;
    private TestBroker broker = null!;
    private TimeSpan ahead;

    internal TestDatabase Database { get; private set; } = null!;

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal WebApplication App { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal TestBroker Broker => broker;

    internal Ear Ear { get; } = new();

    /// <summary>Configuration of the service; what is changed here counts from the next <see cref="StartAsync"/>.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        broker = await TestBroker.CreateAsync();
        Simulator = await SimulatorHost.StartAsync();
        Settings["urls"] = "http://127.0.0.1:0";
        Settings["ConnectionStrings:Postgres"] = Database.ConnectionString;
        Settings["ConnectionStrings:RabbitMq"] = broker.ConnectionString;
        Settings["Vault:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Vault:HashKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Deletions:Path"] = Path.Combine(folder, "deletions");
        Settings["Development:SignerKey"] = Path.Combine(folder, "signer.pem");
        Settings["Files:Path"] = Path.Combine(folder, "files");
        Settings["Apps:demo:Secret"] = "demo-secret";
        Settings["Apps:demo:VerifyToken"] = "demo-verify";
        Settings["Apps:demo:ClientId"] = "demo-client";
        Settings["Apps:demo:ClientSecret"] = "demo-client-secret";
        Settings["Platforms:Meta:BaseUrl"] = Simulator.Address.ToString();
        Settings["Platforms:X:BaseUrl"] = Simulator.Address.ToString();
        await StartAsync();
    }

    internal async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(TestHub).Assembly.GetName().Name }
        );
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.AddServiceDefaults("ingest-social");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddIngestSocial();
        builder.Services.AddSingleton(Ear);
        builder.Services.AddHotConsumer<Ear.HearInbound>(Queues.RoutingInbound);
        builder.AddConsumer<Ear.HearOutcome>(Queues.RoutingOutcomes);
        builder.AddConsumer<Ear.HearFile>(Queues.RoutingOutcomes);
        App = builder.BuildHub();
        App.UseServiceDefaults();
        App.MapIngestSocial();
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
        var publisher = Get<HotPublisher>();
        await Eventually.Async(() => publisher.IsConnected, "a connection to the broker", 30);
    }

    internal async Task StopAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    /// <summary>Registers an account of <see cref="Municipality"/> with the app <c>demo</c>; it is in use when this returns.</summary>
    internal async Task AddAccountAsync(string channel, string id, string token, Uri? server = null, string? name = null)
    {
        await Get<AccountRegister>().AddAsync(new(channel, "demo", id, Municipality, name, token, server?.ToString()), default);
        await Get<AccountBook>().ReadAsync(default);
    }

    /// <summary>The account as the screen of accounts shows it.</summary>
    internal async Task<ChannelAccount> AccountAsync(string channel, string id) =>
        (await Get<AccountRegister>().ListAsync(null, default)).Single(account => account.Channel == channel && account.Id == id);

    internal T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

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

    internal async Task SendAsync<T>(string queue, T message)
        where T : class => await Get<OutgoingBus>().SendAsync(queue, message, default);

    /// <summary>What Routing heard of an answer once a part of it was in this state.</summary>
    internal async Task<ReplyOutcome> HeardAsync(ReplyToSend reply, DeliveryState state, int part = 0)
    {
        bool IsIt(ReplyOutcome outcome) => outcome.ReplyId == reply.ReplyId && outcome.Part == part && outcome.State == state;
        bool IsOf(ReplyOutcome outcome) => outcome.ReplyId == reply.ReplyId;
        await Eventually.Async(
            () => Task.FromResult(string.Join(", ", Ear.Outcomes.Where(IsOf).Select(one => $"{one.Part} {one.State} {one.Reason}"))),
            _ => Ear.Outcomes.Any(IsIt),
            $"part {part} of an answer that is {state}",
            60
        );
        return Ear.Outcomes.First(IsIt);
    }

    /// <summary>What Routing heard that fits, once there is one.</summary>
    internal async Task<Inbound> HeardAsync(Func<Inbound, bool> fits, string what)
    {
        await Eventually.Async(() => Ear.Inbound.Any(fits), what, 30);
        return Ear.Inbound.First(fits);
    }

    /// <summary>What a delivery became: all its items, once the last one has been heard.</summary>
    internal async Task<IReadOnlyList<Inbound>> HeardAsync(Guid delivery, int items = 1)
    {
        await Eventually.Async(
            () => Ear.Inbound.Count(inbound => inbound.DeliveryId == delivery) >= items,
            $"{items} items of a delivery",
            30
        );
        return [.. Ear.Inbound.Where(inbound => inbound.DeliveryId == delivery).OrderBy(inbound => inbound.Item)];
    }

    /// <summary>Sets the clock this much further ahead; setting it back would make what was counted by it wait.</summary>
    internal async Task MoveClockAsync(TimeSpan further)
    {
        ahead += further;
        using var request = Request(HttpMethod.Put, "/api/v1/development/clock", Municipality, "operator", "admin");
        request.Content = JsonContent.Create(new { offsetSeconds = (long)ahead.TotalSeconds });
        using var moved = await Client.SendAsync(request);
        moved.EnsureSuccessStatusCode();
    }

    internal HttpRequestMessage Request(HttpMethod method, string path, string? municipality = Municipality, params string[] roles)
    {
        var signer = new DevelopmentSigner(Settings["Development:SignerKey"]!);
        var token = municipality is null ? null : signer.Token("jan", "Jan Jansen", municipality, roles.Length == 0 ? ["webcare"] : roles);
        return new(method, path) { Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) } };
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Simulator.DisposeAsync();
        await broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
