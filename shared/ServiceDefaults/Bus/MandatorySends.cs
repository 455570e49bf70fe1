using MassTransit;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>Commands go to one queue and must arrive there.</summary>
public static class MandatorySends
{
    /// <summary>
    /// Sends to <paramref name="queue"/>; returns once the broker holds it there. Throws when no such queue is bound yet (its consumer has never
    /// run): the caller keeps it and tries again.
    /// </summary>
    public static async Task SendMandatory<T>(this ISendEndpointProvider bus, string queue, T message, CancellationToken ct)
        where T : class
    {
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
            ct
        );
    }
}
