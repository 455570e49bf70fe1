using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.IngestTesting;

/// <summary>A service with channels: the real one on a real port, with its own database and vhost; may be stopped and started again.</summary>
/// <param name="name">Of the service.</param>
/// <param name="tests">Of the assembly that runs it.</param>
/// <param name="add">Registers it.</param>
/// <param name="map">Maps it.</param>
public sealed class IngestHub(string name, string tests, Action<WebApplicationBuilder> add, Action<WebApplication> map) : IAsyncDisposable
{
    /// <summary>Of whoever asks, and says no other.</summary>
    public const string Municipality = "GM0088";

    private TimeSpan ahead;

    /// <summary>Where it keeps files.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("webcare-ingest").FullName;

    /// <summary>Configuration of the service; what is changed here counts from the next <see cref="StartAsync"/>.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Its database.</summary>
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Its vhost.</summary>
    public TestBroker Broker { get; private set; } = null!;

    /// <summary>Its present life.</summary>
    public WebApplication App { get; private set; } = null!;

    /// <summary>Calls it.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it tells others, over all its lives.</summary>
    public Ear Ear { get; } = new();

    /// <summary>Makes its servers and settings; nothing runs yet.</summary>
    public async Task PrepareAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Broker = await TestBroker.CreateAsync();
        Settings["urls"] = "http://127.0.0.1:0";
        Settings["ConnectionStrings:Postgres"] = Database.ConnectionString;
        Settings["ConnectionStrings:RabbitMq"] = Broker.ConnectionString;
        Settings["Vault:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Vault:HashKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Settings["Deletions:Path"] = Path.Combine(Folder, "deletions");
        Settings["Development:SignerKey"] = Path.Combine(Folder, "signer.pem");
        Settings["Files:Path"] = Path.Combine(Folder, "files");
    }

    /// <summary>Starts it; done when it is connected to the broker.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = tests });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.AddServiceDefaults(name);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        add(builder);
        Ear.Listen(builder);
        App = builder.BuildHub();
        App.UseServiceDefaults();
        map(App);
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
        var publisher = Get<HotPublisher>();
        await Eventually.Async(() => publisher.IsConnected, "a connection to the broker", 30);
    }

    /// <summary>Stops it as a deployment does.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    /// <summary>A part of it.</summary>
    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Registers an account; it is in use when this returns.</summary>
    public async Task AddAccountAsync(NewChannelAccount account)
    {
        await Get<AccountRegister>().AddAsync(account, default);
        await Get<AccountBook>().ReadAsync(default);
    }

    /// <summary>Puts something on a queue, as other services do: once more when a broker under load did not take it.</summary>
    public async Task SendAsync<T>(string queue, T message)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Get<OutgoingBus>().SendAsync(queue, message, default);
                return;
            }
            catch (BrokerAwayException) when (tries < 5)
            {
                // It may be there all the same: whoever receives it knows it by its id.
            }
        }
    }

    /// <summary>What Routing heard that fits, once there is as much of it.</summary>
    public async Task<IReadOnlyList<Inbound>> HeardAsync(Func<Inbound, bool> fits, string what, int count = 1)
    {
        await Eventually.Async(() => Ear.Inbound.Count(fits) >= count, what, 30);
        return [.. Ear.Inbound.Where(fits)];
    }

    /// <summary>What a delivery became: all its items, once as many have been heard, and the first, which tells of the delivery.</summary>
    public async Task<IReadOnlyList<Inbound>> HeardAsync(Guid delivery, int items = 1)
    {
        bool IsOf(Inbound inbound) => inbound.DeliveryId == delivery;
        await HeardAsync(inbound => IsOf(inbound) && inbound.Item == 0, "the first item of a delivery");
        return [.. (await HeardAsync(IsOf, $"{items} items of a delivery", items)).OrderBy(inbound => inbound.Item)];
    }

    /// <summary>What Routing heard of an answer once a part of it was in this state.</summary>
    public async Task<ReplyOutcome> HeardAsync(Guid reply, DeliveryState state, int part = 0)
    {
        bool IsOf(ReplyOutcome outcome) => outcome.ReplyId == reply;
        bool IsIt(ReplyOutcome outcome) => IsOf(outcome) && outcome.Part == part && outcome.State == state;
        await Eventually.Async(
            () => Task.FromResult(string.Join(", ", Ear.Outcomes.Where(IsOf).Select(one => $"{one.Part} {one.State} {one.Reason}"))),
            _ => Ear.Outcomes.Any(IsIt),
            $"part {part} of an answer that is {state}",
            60
        );
        return Ear.Outcomes.First(IsIt);
    }

    /// <summary>Sets the clock this much further ahead; setting it back would make what was counted by it wait.</summary>
    public async Task MoveClockAsync(TimeSpan further)
    {
        ahead += further;
        using var request = Request(HttpMethod.Put, "/api/v1/development/clock", Municipality, "operator", "admin");
        request.Content = JsonContent.Create(new { offsetSeconds = (long)ahead.TotalSeconds });
        using var moved = await Client.SendAsync(request);
        moved.EnsureSuccessStatusCode();
    }

    /// <summary>A request of a colleague; of nobody without a municipality.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path, string? municipality = Municipality, params string[] roles)
    {
        var signer = new DevelopmentSigner(Settings["Development:SignerKey"]!);
        var token = municipality is null ? null : signer.Token("jan", "Jan Jansen", municipality, roles.Length == 0 ? ["webcare"] : roles);
        return new(method, path) { Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) } };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
