using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator;

/// <summary>The simulator inside a test's own process, on a free port of 127.0.0.1.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private SimulatorHost(WebApplication app)
    {
        this.app = app;
        Client = new SimulatorClient(new Uri(app.Urls.First()));
    }

    /// <summary>Steers it.</summary>
    public SimulatorClient Client { get; }

    /// <summary>Its address; also the base address for the Graph API.</summary>
    public Uri Address => Client.Address;

    /// <summary>Starts one. Webhooks are redelivered quickly and statuses follow quickly, as tests like it.</summary>
    /// <param name="hub">Address of the webhook, or null for a hub that is not there yet (<see cref="Behaviour.Hub"/>).</param>
    /// <param name="settings">More settings, such as <c>Simulator:Seed</c>.</param>
    public static async Task<SimulatorHost> StartAsync(string? hub = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = typeof(Simulator).Assembly.GetName().Name }
        );
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
            {
                ["Simulator:Hub"] = hub ?? "http://127.0.0.1:9/",
                ["Simulator:FirstRetryMilliseconds"] = "100",
                ["Simulator:LongestRetryMilliseconds"] = "2000",
                ["Simulator:StatusDelayMilliseconds"] = "30",
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Who follows a stream would keep it up for half a minute: they are hung up on.
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromMilliseconds(100));
        builder.Logging.ClearProviders();
        builder.AddSimulator();
        var app = builder.Build();
        app.MapSimulator();
        await app.StartAsync();
        return new SimulatorHost(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
