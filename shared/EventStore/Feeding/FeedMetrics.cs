using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace WebcareHub.EventStore;

/// <summary>Meter <c>WebcareHub.EventStore</c>: <c>webcare.feed.lag</c>, how many sequence numbers each subscriber led here is behind.</summary>
internal sealed class FeedMetrics : IDisposable
{
    private readonly Meter _meter = new("WebcareHub.EventStore");
    private readonly ConcurrentDictionary<string, long> _lags = new(StringComparer.Ordinal);

    public FeedMetrics()
    {
        _meter.CreateObservableGauge(
            "webcare.feed.lag",
            () => _lags.Select(lag => new Measurement<long>(lag.Value, KeyValuePair.Create<string, object?>("subscriber", lag.Key))),
            "{event}"
        );
        Failures = _meter.CreateCounter<long>("webcare.feed.failures", "{batch}");
    }

    /// <summary>Batches a subscriber threw on.</summary>
    internal Counter<long> Failures { get; }

    internal void Lag(string subscriber, long events) => _lags[subscriber] = events;

    internal void Gone(string subscriber) => _lags.TryRemove(subscriber, out _);

    public void Dispose() => _meter.Dispose();
}
