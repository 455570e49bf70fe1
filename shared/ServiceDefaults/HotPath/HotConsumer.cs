using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>Consumes one hot queue: batches in, one acknowledgement per batch after the handler has committed.</summary>
internal sealed class HotConsumer(string queue, HotConsumerOptions options, HotConnection connection, HotBatch batch) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable
                .Range(1, options.Workers)
                .Select(worker => connection.KeepAsync($"{queue} {worker}", (broker, ct) => WorkAsync(broker, ct), stoppingToken))
        );

    /// <summary>One worker on one connection, until either ends. Acknowledging "up to here" is right, because a channel has one worker.</summary>
    private async Task WorkAsync(IConnection broker, CancellationToken stop)
    {
        await using IChannel channel = await broker.CreateChannelAsync(cancellationToken: stop);
        using CancellationTokenSource lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        channel.ChannelShutdownAsync += (_, _) => lost.CancelAsync();
        CancellationToken ct = lost.Token;

        await HotQueues.DeclareAsync(channel, HotQueues.MainOf(queue), ct);
        await channel.BasicQosAsync(0, (ushort)Math.Max(1, options.Prefetch / options.Workers), false, ct);
        Channel<Arrival> arrivals = Channel.CreateUnbounded<Arrival>(new() { SingleReader = true, SingleWriter = true });
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            arrivals.Writer.TryWrite(new Arrival(delivery.DeliveryTag, Unpack(delivery)));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => lost.CancelAsync();
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, ct);

        List<HotDelivery> messages = new(options.BatchSize * 2);
        bool saturated = false;
        while (true)
        {
            messages.Clear();
            ulong upTo = await CollectAsync(arrivals.Reader, messages, saturated ? options.SaturatedWait : options.Wait, ct);
            saturated = messages.Count >= options.BatchSize;
            await batch.HandleAsync(messages, ct);
            await channel.BasicAckAsync(upTo, multiple: true, ct);
        }
    }

    private async Task<ulong> CollectAsync(ChannelReader<Arrival> arrivals, List<HotDelivery> into, TimeSpan wait, CancellationToken ct)
    {
        Arrival arrival = await arrivals.ReadAsync(ct);
        into.AddRange(arrival.Messages);
        ulong last = arrival.Tag;
        long deadline = Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency);
        while (into.Count < options.BatchSize)
        {
            if (arrivals.TryRead(out arrival))
            {
                into.AddRange(arrival.Messages);
                last = arrival.Tag;
                continue;
            }

            TimeSpan left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            await Task.Delay(left < Tick ? left : Tick, ct);
        }

        return last;
    }

    private HotDelivery[] Unpack(BasicDeliverEventArgs delivery)
    {
        byte[] body = delivery.Body.ToArray();
        return delivery.BasicProperties.ContentType == HotBundle.ContentType
            ? [.. HotBundle.Read(queue, body)]
            :
            [
                new HotDelivery(
                    queue,
                    body,
                    delivery.BasicProperties.MessageId ?? "",
                    Header(delivery, BusHeaders.Municipality),
                    Header(delivery, BusHeaders.TraceParent)
                ),
            ];
    }

    private static string? Header(BasicDeliverEventArgs delivery, string name) =>
        delivery.BasicProperties.Headers?.TryGetValue(name, out object? value) == true && value is byte[] bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    private readonly record struct Arrival(ulong Tag, HotDelivery[] Messages);
}
