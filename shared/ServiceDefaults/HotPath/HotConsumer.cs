using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>Consumes one hot queue: batches in, acknowledged after the handler has committed; what one resident wrote in the order it came.</summary>
internal sealed class HotConsumer(string queue, HotConsumerOptions options, HotConnection connection, HotBatch batch) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => connection.KeepAsync(queue, ConsumeAsync, stoppingToken);

    /// <summary>All workers on one connection, until that or one of them ends.</summary>
    private async Task ConsumeAsync(IConnection broker, CancellationToken stop)
    {
        await using IChannel channel = await broker.CreateChannelAsync(cancellationToken: stop);
        using CancellationTokenSource lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        channel.ChannelShutdownAsync += (_, _) => lost.CancelAsync();

        await HotQueues.DeclareAsync(channel, HotQueues.MainOf(queue), lost.Token);
        await channel.BasicQosAsync(0, options.Prefetch, false, lost.Token);
        using HotLanes lanes = new(options.Workers, batch.WhoseIs);
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            lanes.Deal(delivery.DeliveryTag, Unpack(delivery));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => lost.CancelAsync();
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, lost.Token);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(worker => WorkAsync(worker, lanes, channel, lost)));
    }

    private async Task WorkAsync(int worker, HotLanes lanes, IChannel channel, CancellationTokenSource lost)
    {
        try
        {
            List<HotLanes.Dealt> dealt = new(options.BatchSize);
            bool saturated = false;
            while (true)
            {
                dealt.Clear();
                await CollectAsync(lanes.Of(worker), dealt, saturated ? options.SaturatedWait : options.Wait, lost.Token);
                saturated = dealt.Count >= options.BatchSize;
                await batch.HandleAsync([.. dealt.Select(one => one.Message)], lost.Token);
                await lanes.HandledAsync(dealt, channel, lost.Token);
            }
        }
        finally
        {
            await lost.CancelAsync();
        }
    }

    private async Task CollectAsync(ChannelReader<HotLanes.Dealt> lane, List<HotLanes.Dealt> into, TimeSpan wait, CancellationToken ct)
    {
        into.Add(await lane.ReadAsync(ct));
        long deadline = Stopwatch.GetTimestamp() + (long)(wait.TotalSeconds * Stopwatch.Frequency);
        while (into.Count < options.BatchSize)
        {
            if (lane.TryRead(out HotLanes.Dealt next))
            {
                into.Add(next);
                continue;
            }

            TimeSpan left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            await Task.Delay(left < Tick ? left : Tick, ct);
        }
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
}
