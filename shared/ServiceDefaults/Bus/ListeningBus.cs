using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>
/// The bus that all consumers of this process listen on. After a broker died, MassTransit can hold on to the dead connection and try for ever:
/// a bus that stays deaf while the broker is there is left behind for a new one. What it had in hand comes again.
/// </summary>
internal sealed class ListeningBus(Func<IBusControl> create, HotPublisher publisher, ILoggerFactory loggers) : BackgroundService, IBusDepot
{
    private const int SecondsDeaf = 10;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = loggers.CreateLogger<ListeningBus>();
    private volatile IBusControl? _bus;

    /// <summary>Whether every queue of this process is listened to.</summary>
    internal bool IsHealthy => _bus?.CheckHealth().Status == BusHealthStatus.Healthy;

    // MassTransit's hosted service starts and stops its depot with the process.
    Task IBusDepot.Start(CancellationToken cancellationToken) => StartAsync(cancellationToken);

    Task IBusDepot.Stop(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogContext.ConfigureCurrentLogContext(loggers);
        while (!stoppingToken.IsCancellationRequested)
        {
            IBusControl bus = create();
            using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            Task starting = bus.StartAsync(left.Token);
            _bus = bus;
            await UntilDeafAsync(bus, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await left.CancelAsync();
            Task leaving = LeaveAsync(bus, starting);
            if (stoppingToken.IsCancellationRequested)
            {
                await leaving;
            }
        }
    }

    /// <summary>Returns when an endpoint of the bus has stayed away for a while from a broker that is there.</summary>
    private async Task UntilDeafAsync(IBusControl bus, CancellationToken ct)
    {
        using PeriodicTimer second = new(TimeSpan.FromSeconds(1));
        for (int deaf = 0; deaf < SecondsDeaf; deaf = IsHealthy || !publisher.IsConnected ? 0 : deaf + 1)
        {
            await second.WaitForNextTickAsync(ct);
        }

        _logger.LogWarning("The bus stays deaf while the broker is there, and is made anew: {Health}", bus.CheckHealth().Description);
    }

    private static async Task LeaveAsync(IBusControl bus, Task starting)
    {
        await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using CancellationTokenSource limit = new(StopLimit);
        await bus.StopAsync(limit.Token).WaitAsync(StopLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
