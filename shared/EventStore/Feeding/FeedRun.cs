using Microsoft.Extensions.Logging;

namespace WebcareHub.EventStore;

/// <summary>
/// One subscriber while this process leads it. A batch that fails comes again, after a pause, event by event: so the log names the event it
/// stands still at, and everything before it is done.
/// </summary>
internal sealed class FeedRun(IFeedSubscriber subscriber, FeedSource source, Horizon horizon, FeedMetrics metrics, ILogger log)
{
    private const int Window = 20_000;
    private const int LargestBatch = 1_000;
    private const int SettleEvery = 1_000;
    private readonly FeedSource.Wanted _wanted = source.WantedBy(subscriber);

    // What a subscriber knows is of use once it handled something here: before that another may have led.
    private bool _handled;
    private long? _checkpoint;
    private long _position;
    private long _nextSettle;
    private int _batch = LargestBatch;

    internal async Task RunAsync(CancellationToken ct)
    {
        for (var failures = 0; !ct.IsCancellationRequested; )
        {
            try
            {
                await StepAsync(ct);
                failures = 0;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                failures++;
                Report(e, failures);
                await Task.Delay(PauseAfter(failures), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        metrics.Gone(subscriber.Name);
    }

    private async Task StepAsync(CancellationToken ct)
    {
        if (_checkpoint is null || Environment.TickCount64 >= _nextSettle)
        {
            await SettleAsync(ct);
        }
        await horizon.WaitBeyondAsync(_position, TimeSpan.FromMilliseconds(SettleEvery), ct);
        var to = Math.Min(horizon.Value, _position + Window);
        if (to > _position)
        {
            await AdvanceAsync(to, ct);
        }
        metrics.Lag(subscriber.Name, Math.Max(0, horizon.Value - _position));
    }

    private async Task AdvanceAsync(long to, CancellationToken ct)
    {
        if (_handled && subscriber.Waking is { } waking && !await WokenAsync(waking, to, ct))
        {
            return;
        }

        var events = await source.ReadAsync(_wanted, _position, to, _batch, ct);
        var reached = events.Count == _batch ? events[^1].Sequence : to;
        if (events.Count == 0)
        {
            _position = reached;
        }
        else if (await source.HandleAsync(subscriber, events, _checkpoint!.Value, reached, ct))
        {
            (_checkpoint, _handled) = (_position = reached, true);
        }
        else
        {
            (_checkpoint, _handled) = (null, false);
        }
        _batch = Math.Min(_batch * 2, LargestBatch);
    }

    /// <summary>Passes over what lies before the first event that wakes it; false when there is none.</summary>
    private async Task<bool> WokenAsync(IReadOnlyCollection<Type> waking, long to, CancellationToken ct)
    {
        var first = await source.FirstAsync(waking, _position, to, ct);
        _position = first - 1 ?? to;
        return first is not null;
    }

    /// <summary>Writes down how far it passed over events it does not want; finds out when it was reset, or when another leads.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        var (before, known) = (_position, _checkpoint is not null);
        _checkpoint = _position = await source.SettleAsync(subscriber.Name, _checkpoint, _position, ct);
        _handled &= known && _position == before;
        _nextSettle = Environment.TickCount64 + SettleEvery;
    }

    private void Report(Exception e, int failures)
    {
        _batch = 1;
        (_checkpoint, _handled) = (null, false);
        metrics.Failures.Add(1, KeyValuePair.Create<string, object?>("subscriber", subscriber.Name));
        log.LogError(
            e,
            "Subscriber {Subscriber} failed {Failures} times in a row after event {Position}",
            subscriber.Name,
            failures,
            _position
        );
    }

    private static TimeSpan PauseAfter(int failures) => TimeSpan.FromMilliseconds(Math.Min(50 * Math.Pow(2, failures), 10_000));
}
