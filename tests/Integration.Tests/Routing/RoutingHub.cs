using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing;
using WebcareHub.Routing.Timers;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>Routing on a real port, with its own database and vhost; several processes when asked.</summary>
public sealed class RoutingHub : IAsyncDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("webcare-test").FullName;
    private readonly Dictionary<string, string?> _keys = new()
    {
        ["Vault:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Vault:HashKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };
    private readonly List<WebApplication> _apps = [];
    private readonly List<Rounds> _rounds = [];
    private TimeSpan _ahead;
    private TimeProvider? _clock;
    private Action<WebApplicationBuilder>? _also;

    internal TestDatabase Database { get; private set; } = null!;
    internal TestBroker Broker { get; private set; } = null!;
    internal DevelopmentSigner Signer { get; private set; } = null!;
    internal Fakes.Channel Channel { get; } = new();

    /// <param name="clock">Instead of the hub's own clock.</param>
    /// <param name="also">Another service in the same processes.</param>
    internal static async Task<RoutingHub> StartAsync(
        int processes = 1,
        TimeProvider? clock = null,
        Action<WebApplicationBuilder>? also = null
    )
    {
        var hub = new RoutingHub
        {
            Database = await TestDatabase.CreateAsync(),
            Broker = await TestBroker.CreateAsync(),
            _clock = clock,
            _also = also,
        };
        for (var process = 0; process < processes; process++)
            await hub.StartProcessAsync();
        await hub.PublishAsync("nl", 1, TestBlueprint.National());
        return hub;
    }

    internal T Get<T>()
        where T : notnull => _apps[0].Services.GetRequiredService<T>();

    /// <summary>The epoch that each process goes by.</summary>
    internal IEnumerable<long> Epochs => _apps.Select(app => app.Services.GetRequiredService<Rulebook>().Last?.Epoch.Number ?? 0);

    internal async Task StartProcessAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.RunOn(Database, Broker, _folder);
        // Every process has the keys of the first.
        builder.Configuration.AddInMemoryCollection(_keys);
        builder.AddServiceDefaults("routing");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddRouting();
        _also?.Invoke(builder);
        if (_clock is not null)
            builder.Services.AddSingleton(_clock);
        _rounds.Add(new Rounds());
        builder.Services.AddSingleton<ITimedWork>(_rounds[^1]);
        if (_apps.Count == 0)
            Channel.Add(builder);
        var app = builder.BuildHub();
        app.UseServiceDefaults();
        app.MapRouting();
        await app.StartAsync();
        _apps.Add(app);
        Signer = DevelopmentSigner.From(builder.Configuration);
        var publisher = app.Services.GetRequiredService<HotPublisher>();
        await Eventually.Async(() => publisher.IsConnected, "the broker");
    }

    /// <summary>Every process ends, and one starts anew.</summary>
    internal async Task RestartAsync()
    {
        foreach (var app in _apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        _apps.Clear();
        _rounds.Clear();
        await StartProcessAsync();
    }

    /// <summary>Puts a layer in force, as Blueprint does.</summary>
    internal async Task PublishAsync(string layer, int number, Dictionary<string, string> files)
    {
        await using var session = await Get<EventStore.EventStore>().OpenAsync([layer], null, default);
        session.Append(
            new StreamKey(layer, $"blueprint-{layer}"),
            number - 1,
            [new ReleasePublished(layer, number, "", files, "", new AgentRef("t", "T"), DateTimeOffset.UtcNow)]
        );
        session.RaiseEpoch(layer, number);
        await session.CommitAsync(default);
    }

    internal HttpClient Client(string agent = "jan", string municipality = "GM0088", params string[] roles)
    {
        var client = new HttpClient { BaseAddress = new Uri(_apps[0].Urls.Single()) };
        var token = Signer.Token(
            agent,
            $"{agent[..1].ToUpperInvariant()}{agent[1..]} de Vries",
            municipality,
            roles.Length == 0 ? ["webcare"] : roles
        );
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Sends items as ingest does: on the hot path, confirmed.</summary>
    internal Task SendAsync(params Inbound[] items) =>
        Get<HotPublisher>()
            .PublishAsync(
                [
                    .. items.Select(item => new HotMessage(
                        Queues.RoutingInbound,
                        JsonSerializer.SerializeToUtf8Bytes(item, InboundJson.Default.Inbound),
                        item.EventKey,
                        item.Municipality
                    )),
                ],
                default
            );

    internal Task SendRawAsync(byte[] body) =>
        Get<HotPublisher>().PublishAsync([new HotMessage(Queues.RoutingInbound, body, Guid.NewGuid().ToString(), "GM0088")], default);

    internal Task<long> CountAsync(string from) => Database.ScalarAsync<long>($"select count(*) from {from}");

    internal Task WaitForAsync(string from, long count) =>
        Eventually.Async(() => CountAsync(from), found => found >= count, $"{count} of {from}", 30);

    /// <summary>Sets the clock of every process this far ahead of the machine's.</summary>
    internal async Task MoveClockAsync(TimeSpan ahead)
    {
        using var moved = await Client("bea", "GM0088", "operator", "admin")
            .PutAsJsonAsync("/api/v1/development/clock", new { offsetSeconds = (long)ahead.TotalSeconds });
        moved.EnsureSuccessStatusCode();
        _ahead = ahead;
    }

    /// <summary>Until the timers of every process have gone round once more, a minute later by the clock: no work rests longer than that.</summary>
    internal async Task GoRoundAsync()
    {
        await MoveClockAsync(_ahead + TimeSpan.FromSeconds(61));
        var clock = DateTimeOffset.UtcNow.AddSeconds((long)_ahead.TotalSeconds);
        await Eventually.Async(() => _rounds.All(rounds => rounds.WholeSince(clock)), "a whole round of the timers", 60);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    internal static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    internal static async Task<T> GetAsync<T>(HttpClient client, string path) => await ReadAsync<T>(await client.GetAsync(path));

    internal static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object? body = null) =>
        client.PostAsJsonAsync(path, body ?? new { }, Json);
}
