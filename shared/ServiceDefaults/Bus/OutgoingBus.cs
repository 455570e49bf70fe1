using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Exercising;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>
/// What a process says off the hot path, on a connection of its own: a send on a connection that died under load can wait for ever in the client
/// library, whatever its token says, and holds whoever shares that connection. A connection that does not answer is left behind for a new one.
/// </summary>
public sealed class OutgoingBus : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Uri _broker;
    private readonly Lock _gate = new();
    private Task<IBusControl>? _current;

    internal OutgoingBus(Uri broker) => _broker = broker;

    /// <summary>Sends to <paramref name="queue"/>; returns once the broker holds it there.</summary>
    /// <exception cref="MessageReturnedException">No such queue is bound yet: its consumer has never run.</exception>
    /// <exception cref="BrokerAwayException">Refused, or not confirmed in 5 seconds. It may be there all the same: send again, receivers are idempotent.</exception>
    /// <exception cref="ExerciseRefusedException">The queue is a channel's and the message an exercise's.</exception>
    public Task SendAsync<T>(string queue, T message, CancellationToken ct)
        where T : class
    {
        if (Queues.IsOfChannel(queue))
        {
            NoExercise.CheckMessage(message, $"the way to {queue}");
        }

        return SayAsync(
            async (bus, limit) =>
            {
                ISendEndpoint endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
                await endpoint.Send(message, Pipe.Execute<SendContext<T>>(Mandatory), limit);
            },
            ct
        );
    }

    /// <summary>Publishes to whoever listens, which may be nobody.</summary>
    /// <exception cref="BrokerAwayException">Refused, or not confirmed in 5 seconds.</exception>
    public Task PublishAsync<T>(T message, CancellationToken ct)
        where T : class => SayAsync((bus, limit) => bus.Publish(message, limit), ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_current is { } last)
        {
            await LeaveAsync(last);
        }
    }

    private async Task SayAsync(Func<IBus, CancellationToken, Task> say, CancellationToken ct)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        Task<IBusControl> connection = Current();
        try
        {
            IBusControl bus = await connection.WaitAsync(limit.Token);
            await say(bus, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure) when (failure is not MessageReturnedException && !ct.IsCancellationRequested)
        {
            Replace(connection);
            throw new BrokerAwayException("The broker did not take the message.", failure);
        }
    }

    private Task<IBusControl> Current()
    {
        lock (_gate)
        {
            return _current ??= ConnectAsync();
        }
    }

    private async Task<IBusControl> ConnectAsync()
    {
        IBusControl bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(_broker, host => host.PublisherConfirmation = true);
            rabbit.MessageTopology.SetEntityNameFormatter(new MessageNames());
        });
        using CancellationTokenSource limit = new(Patience);
        await bus.StartAsync(limit.Token);
        return bus;
    }

    private void Replace(Task<IBusControl> connection)
    {
        lock (_gate)
        {
            if (_current != connection)
            {
                return;
            }

            _current = null;
        }

        _ = LeaveAsync(connection);
    }

    private static async Task LeaveAsync(Task<IBusControl> connection)
    {
        await ((Task)connection).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connection.IsCompletedSuccessfully)
        {
            using CancellationTokenSource limit = new(Patience);
            await connection.Result.StopAsync(limit.Token).WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Mandatory<T>(SendContext<T> context)
        where T : class
    {
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
        {
            rabbit.Mandatory = true;
        }
    }
}
