namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// A service waits at its start until the database is there, and only then listens. The public pages do not wait: as long as the start waits,
/// this door at the same address shows the pages kept in the file, and nothing else. It closes just before the service opens its own.
/// </summary>
internal sealed class EarlyDoor(Pages pages, PageFile file, IConfiguration configuration, TimeProvider time, ILogger<EarlyDoor> log)
    : IHostedLifecycleService,
        IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _ready = new();
    private Task _door = Task.CompletedTask;

    /// <summary>Must be the first in the row: the hosted service that waits for the database stands behind it.</summary>
    internal static void Add(IServiceCollection services) => services.Insert(0, ServiceDescriptor.Singleton<IHostedService, EarlyDoor>());

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (file.Read() is { } kept)
        {
            pages.Show(kept, time.GetUtcNow(), isStale: true);
            _door = OpenAsync(_ready.Token);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _ready.CancelAsync();
        await _door;
    }

    /// <inheritdoc/>
    public void Dispose() => _ready.Dispose();

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenAsync(CancellationToken ready)
    {
        try
        {
            await Task.Delay(Patience, ready);
            await using var door = Build();
            await door.StartAsync(ready);
            log.LogWarning("The database is away: only the public pages are served, as they were kept");
            await Task.Delay(Timeout.InfiniteTimeSpan, ready).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await door.StopAsync(CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The database was there in time.
        }
        catch (IOException failure)
        {
            log.LogWarning("The early door cannot open: {Failure}", failure.Message);
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        foreach (var setting in (string[])["urls", "http_ports"])
            if (configuration[setting] is { Length: > 0 } value)
                builder.WebHost.UseSetting(setting, value);
        var door = builder.Build();
        door.MapPublicPage(pages);
        door.MapGet("/health/live", () => { });
        door.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            return Task.CompletedTask;
        });
        return door;
    }
}
