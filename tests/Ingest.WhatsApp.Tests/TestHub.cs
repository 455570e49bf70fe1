using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using MassTransit;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Signatures;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Ingest.WhatsApp.Tests;

/// <summary>What Routing would receive, heard on the real queues.</summary>
public sealed class Ear
{
    internal ConcurrentQueue<Inbound> Inbound { get; } = new();

    internal ConcurrentQueue<ReplyOutcome> Outcomes { get; } = new();

    internal ConcurrentQueue<AttachmentStored> Files { get; } = new();
}

/// <summary>The real service on a real port, with its own database, vhost and platform; may be stopped and started again.</summary>
public sealed class TestHub : IAsyncLifetime
{
    internal const string Number = "100000088";
    internal const string Municipality = "GM0088";

    private readonly string folder = Directory.CreateTempSubdirectory("webcare-wa").FullName;
    private readonly Dictionary<string, string?> settings = [];
    private TestBroker broker = null!;
    private TimeSpan ahead;

    internal TestDatabase Database { get; private set; } = null!;

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal WebApplication App { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal TestBroker Broker => broker;

    internal Ear Ear { get; } = new();

    internal string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        broker = await TestBroker.CreateAsync();
        Simulator = await SimulatorHost.StartAsync();
        settings["urls"] = "http://127.0.0.1:0";
        settings["ConnectionStrings:Postgres"] = Database.ConnectionString;
        settings["ConnectionStrings:RabbitMq"] = broker.ConnectionString;
        settings["Vault:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        settings["Vault:HashKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        settings["Deletions:Path"] = Path.Combine(folder, "deletions");
        settings["Development:SignerKey"] = Path.Combine(folder, "signer.pem");
        settings["Files:Path"] = Path.Combine(folder, "files");
        settings["Apps:demo:Secret"] = "demo-secret";
        settings["Apps:demo:VerifyToken"] = "demo-verify";
        settings["Platforms:WhatsApp:BaseUrl"] = Simulator.Address.ToString();
        await StartAsync();
    }

    internal async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(TestHub).Assembly.GetName().Name }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults("ingest-whatsapp");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddIngestWhatsApp();
        builder.Services.AddSingleton(Ear);
        builder.Services.AddHotConsumer<HearInbound>(Queues.RoutingInbound);
        builder.AddConsumer<HearOutcome>(Queues.RoutingOutcomes);
        builder.AddConsumer<HearFile>(Queues.RoutingOutcomes);
        App = builder.BuildHub();
        App.UseServiceDefaults();
        App.MapIngestWhatsApp();
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
        await Simulator.Client.Behave(new(Hub: new Uri(Client.BaseAddress, "channels/whatsapp/demo").ToString()));
        await Get<AccountRegister>().AddAsync(new("whatsapp", "demo", Number, Municipality, "31510000088", "demo-token"), default);
        await Get<AccountBook>().ReadAsync(default);
        var publisher = Get<HotPublisher>();
        await Eventually.Async(() => publisher.IsConnected, "a connection to the broker", 30);
    }

    /// <summary>Starts again with one setting changed.</summary>
    internal async Task RestartAsync(string setting, string value)
    {
        await StopAsync();
        settings[setting] = value;
        await StartAsync();
    }

    internal async Task StopAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    internal T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    internal async Task<HttpResponseMessage> PostAsync(byte[] body, string? signature = "right")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/whatsapp/demo") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(
                MetaSignature.Header,
                signature == "right" ? MetaSignature.Sign(body, "demo-secret") : signature
            );
        }

        return await Client.SendAsync(request);
    }

    /// <summary>An answer to a resident by the demo account, in a conversation of its own.</summary>
    internal static ReplyToSend ReplyTo(string phone, string? text, TemplateUse? template = null) =>
        new(
            Municipality,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "whatsapp",
            "demo",
            Number,
            Guid.CreateVersion7(),
            [$"phone:{phone}"],
            text,
            null,
            template,
            [],
            DateTimeOffset.UtcNow.AddHours(20)
        );

    /// <summary>What Routing heard of an answer once it was in this state.</summary>
    internal async Task<ReplyOutcome> HeardAsync(ReplyToSend reply, DeliveryState state)
    {
        bool IsIt(ReplyOutcome outcome) => outcome.ReplyId == reply.ReplyId && outcome.State == state;
        await Eventually.Async(() => Ear.Outcomes.Any(IsIt), $"an answer that is {state}", 60);
        return Ear.Outcomes.First(IsIt);
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

    internal async Task SendAsync<T>(string queue, T message)
        where T : class => await Get<OutgoingBus>().SendAsync(queue, message, default);

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
        var signer = new DevelopmentSigner(settings["Development:SignerKey"]!);
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

    private sealed class HearInbound(Ear ear) : IHotHandler
    {
        public Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
        {
            foreach (var delivery in batch)
            {
                ear.Inbound.Enqueue(JsonSerializer.Deserialize(delivery.Body.Span, InboundJson.Default.Inbound)!);
            }

            return Task.CompletedTask;
        }

        public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [];
    }

    private sealed class HearOutcome(Ear ear) : IConsumer<ReplyOutcome>
    {
        public Task Consume(ConsumeContext<ReplyOutcome> context)
        {
            ear.Outcomes.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class HearFile(Ear ear) : IConsumer<AttachmentStored>
    {
        public Task Consume(ConsumeContext<AttachmentStored> context)
        {
            ear.Files.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}
