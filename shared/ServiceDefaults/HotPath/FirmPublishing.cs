using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>Publishes what the broker may refuse for a moment.</summary>
internal static class FirmPublishing
{
    private const int Attempts = 5;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    /// <summary>A queue that was made a moment ago may have no leader yet and refuses: it holds nothing then, so the same goes again.</summary>
    internal static async Task PublishFirmlyAsync(
        this IChannel channel,
        string queue,
        BasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken ct
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, ct);
                return;
            }
            catch (PublishException refused) when (!refused.IsReturn && attempt < Attempts)
            {
                await Task.Delay(attempt * Breath, ct);
            }
        }
    }
}
