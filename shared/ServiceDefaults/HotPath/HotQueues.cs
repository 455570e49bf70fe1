using RabbitMQ.Client;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>Hot queues are declared by publisher and consumer alike, with the same arguments, so that either may start first.</summary>
public static class HotQueues
{
    /// <summary>Redeliveries after which the broker itself gives up on a message: far above what a restart causes.</summary>
    public const int DeliveryLimit = 1000;

    private const string Limit = ".limit";

    /// <summary>Where the broker moves what it gave up on.</summary>
    internal static string LimitOf(string queue) => queue + Limit;

    /// <summary>The queue a message was on before the broker gave up on it.</summary>
    internal static string MainOf(string queue) => queue.EndsWith(Limit, StringComparison.Ordinal) ? queue[..^Limit.Length] : queue;

    /// <summary>Declares a durable quorum queue; does nothing when it is there.</summary>
    public static async Task DeclareAsync(IChannel channel, string queue, CancellationToken ct)
    {
        await channel.QueueDeclareAsync(LimitOf(queue), true, false, false, Quorum(), cancellationToken: ct);
        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            Quorum(
                ("x-delivery-limit", DeliveryLimit),
                ("x-dead-letter-exchange", ""),
                ("x-dead-letter-routing-key", LimitOf(queue)),
                ("x-dead-letter-strategy", "at-least-once"),
                ("x-overflow", "reject-publish")
            ),
            cancellationToken: ct
        );
    }

    private static Dictionary<string, object?> Quorum(params (string Key, object Value)[] more)
    {
        Dictionary<string, object?> arguments = new() { ["x-queue-type"] = "quorum" };
        foreach ((string key, object value) in more)
        {
            arguments[key] = value;
        }

        return arguments;
    }
}
