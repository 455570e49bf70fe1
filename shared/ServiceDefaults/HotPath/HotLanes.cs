using System.Threading.Channels;
using RabbitMQ.Client;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>
/// What arrived on one channel, dealt over workers: what one resident wrote is handled by one of them, in the order it came. The broker is told
/// up to where everything is handled.
/// </summary>
internal sealed class HotLanes : IDisposable
{
    private readonly Channel<Dealt>[] _lanes;
    private readonly Func<HotDelivery, string> _whose;
    private readonly Queue<Arrival> _open = new();
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _telling = new(1);

    /// <param name="whose">Messages with the same answer stay in order.</param>
    internal HotLanes(int workers, Func<HotDelivery, string> whose)
    {
        _whose = whose;
        _lanes =
        [
            .. Enumerable.Range(0, workers).Select(_ => Channel.CreateUnbounded<Dealt>(new() { SingleReader = true, SingleWriter = true })),
        ];
    }

    /// <summary>Where a worker finds its own.</summary>
    internal ChannelReader<Dealt> Of(int worker) => _lanes[worker].Reader;

    /// <summary>Takes what arrived under one delivery tag; tags rise.</summary>
    internal void Deal(ulong tag, IReadOnlyList<HotDelivery> messages)
    {
        Arrival arrival = new(tag) { Left = messages.Count };
        lock (_gate)
        {
            _open.Enqueue(arrival);
        }

        foreach (HotDelivery message in messages)
        {
            _lanes[LaneOf(message)].Writer.TryWrite(new(arrival, message));
        }
    }

    /// <summary>Acknowledges as far as everything before is handled too: nothing when an earlier one is still at work elsewhere.</summary>
    internal async Task HandledAsync(IReadOnlyList<Dealt> handled, IChannel channel, CancellationToken ct)
    {
        await _telling.WaitAsync(ct);
        try
        {
            if (UpTo(handled) is { } tag)
            {
                await channel.BasicAckAsync(tag, multiple: true, ct);
            }
        }
        finally
        {
            _telling.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _telling.Dispose();

    private int LaneOf(HotDelivery message) => _lanes.Length == 1 ? 0 : (int)((uint)_whose(message).GetHashCode() % _lanes.Length);

    private ulong? UpTo(IReadOnlyList<Dealt> handled)
    {
        lock (_gate)
        {
            foreach (Dealt one in handled)
            {
                one.Arrival.Left--;
            }

            ulong? last = null;
            while (_open.TryPeek(out Arrival? first) && first.Left == 0)
            {
                last = _open.Dequeue().Tag;
            }

            return last;
        }
    }

    /// <summary>One message on its lane.</summary>
    internal readonly record struct Dealt(Arrival Arrival, HotDelivery Message);

    /// <summary>One delivery of the broker, which may hold many messages.</summary>
    internal sealed class Arrival(ulong tag)
    {
        internal ulong Tag => tag;

        /// <summary>Messages not handled yet.</summary>
        internal int Left { get; set; }
    }
}
