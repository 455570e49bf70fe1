using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>Connects to the broker. Reconnecting is ours, because a recovered channel would hide which confirms and deliveries were lost.</summary>
internal sealed class HotConnection(Uri address, string name, ILogger<HotConnection> logger)
{
    internal async Task<IConnection> OpenAsync(string purpose, CancellationToken ct)
    {
        ConnectionFactory factory = new()
        {
            Uri = address,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(5),
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
            ContinuationTimeout = TimeSpan.FromSeconds(10),
            ClientProvidedName = $"{name} {purpose}",
        };
        return await factory.CreateConnectionAsync(ct);
    }

    /// <summary>Runs <paramref name="session"/> over and over, each time the last one ended or failed, with a growing pause after failures.</summary>
    internal async Task KeepAsync(string purpose, Func<IConnection, CancellationToken, Task> session, CancellationToken ct)
    {
        TimeSpan pause = FirstPause;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using IConnection connection = await OpenAsync(purpose, ct);
                pause = FirstPause;
                await session(connection, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                logger.LogWarning("Broker connection for {Purpose} was lost: {Failure}", purpose, failure.Message);
                await Task.Delay(pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = TimeSpan.FromSeconds(Math.Min(pause.TotalSeconds * 2, 5));
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
}
