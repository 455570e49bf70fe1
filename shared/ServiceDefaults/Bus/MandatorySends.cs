using MassTransit;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>Commands go to one queue and must arrive there.</summary>
public static class MandatorySends
{
    /// <summary>On a connection that died unseen a send would wait for ever, and keep the bus from making a new one.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Sends to <paramref name="queue"/>; returns once the broker holds it there. Throws when no such queue is bound yet (its consumer has never
    /// run), or when the broker is silent for 15 seconds: the caller keeps it and tries again.
    /// </summary>
    public static async Task SendMandatory<T>(this ISendEndpointProvider bus, string queue, T message, CancellationToken ct)
        where T : class
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_patience);
        ISendEndpoint endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        await endpoint.Send(
            message,
            Pipe.Execute<SendContext<T>>(context =>
            {
                if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
                {
                    rabbit.Mandatory = true;
                }
            }),
            limit.Token
        );
    }

    /// <summary>Publishes to whoever listens; throws when the broker is silent for 15 seconds.</summary>
    public static async Task PublishSoon<T>(this IPublishEndpoint bus, T message, CancellationToken ct)
        where T : class
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_patience);
        await bus.Publish(message, limit.Token);
    }
}
