using System.Net.Http.Headers;
using WebcareHub.Channels.Signatures;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.IngestTesting;
using WebcareHub.PlatformSimulator;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests;

/// <summary>The real service (<see cref="IngestHub"/>) with its own platform, and one account.</summary>
public sealed class TestHub : IAsyncLifetime
{
    internal const string Number = "100000088";
    internal const string Municipality = IngestHub.Municipality;

    private readonly IngestHub hub = new(
        "ingest-whatsapp",
        typeof(TestHub).Assembly.GetName().Name!,
        builder => builder.AddIngestWhatsApp(),
        app => app.MapIngestWhatsApp()
    );

    internal SimulatorHost Simulator { get; private set; } = null!;

    internal TestDatabase Database => hub.Database;

    internal WebApplication App => hub.App;

    internal HttpClient Client => hub.Client;

    internal TestBroker Broker => hub.Broker;

    internal Ear Ear => hub.Ear;

    internal string Folder => hub.Folder;

    public async ValueTask InitializeAsync()
    {
        await hub.PrepareAsync();
        Simulator = await SimulatorHost.StartAsync();
        hub.Settings["Apps:demo:Secret"] = "demo-secret";
        hub.Settings["Apps:demo:VerifyToken"] = "demo-verify";
        hub.Settings["Platforms:WhatsApp:BaseUrl"] = Simulator.Address.ToString();
        await StartAsync();
    }

    internal async Task StartAsync()
    {
        await hub.StartAsync();
        await Simulator.Client.Behave(new(Hub: new Uri(Client.BaseAddress!, "channels/whatsapp/demo").ToString()));
        await hub.AddAccountAsync(new("whatsapp", "demo", Number, Municipality, "31510000088", "demo-token"));
    }

    /// <summary>Starts again with one setting changed.</summary>
    internal async Task RestartAsync(string setting, string value)
    {
        await StopAsync();
        hub.Settings[setting] = value;
        await StartAsync();
    }

    internal Task StopAsync() => hub.StopAsync();

    internal T Get<T>()
        where T : notnull => hub.Get<T>();

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

    /// <inheritdoc cref="IngestHub.HeardAsync(Guid, DeliveryState, int)"/>
    internal Task<ReplyOutcome> HeardAsync(ReplyToSend reply, DeliveryState state, int part = 0) =>
        hub.HeardAsync(reply.ReplyId, state, part);

    /// <inheritdoc cref="IngestHub.HeardAsync(Guid, int)"/>
    internal Task<IReadOnlyList<Inbound>> HeardAsync(Guid delivery, int items = 1) => hub.HeardAsync(delivery, items);

    internal Task SendAsync<T>(string queue, T message)
        where T : class => hub.SendAsync(queue, message);

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
