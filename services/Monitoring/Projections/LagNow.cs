using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Projections;

/// <summary>How far the counting is behind the log: asked at most once a second, whoever asks. Also the gauge <c>webcare.monitoring.lag</c>.</summary>
internal sealed class LagNow : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SettledLog _settled;
    private readonly Database _database;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly TimeProvider _time;
    private readonly Meter _meter = new("WebcareHub.EventStore");
    private readonly ConcurrentDictionary<string, (long Asked, ProjectionLag Lag)> _last = new(StringComparer.Ordinal);

    public LagNow(SettledLog settled, Database database, IEnumerable<IProjection> projections, TimeProvider time)
    {
        (_settled, _database, _projections, _time) = (settled, database, [.. projections], time);
        _meter.CreateObservableGauge(
            "webcare.monitoring.lag",
            () =>
                _last.Select(each => new Measurement<double>(
                    each.Value.Lag.Seconds,
                    KeyValuePair.Create<string, object?>("projection", each.Key)
                )),
            "s"
        );
    }

    /// <summary>Of one projection.</summary>
    internal async Task<Lag> OfAsync(string projection, CancellationToken ct)
    {
        var lag = await AskAsync(_projections.First(each => each.Name == projection), ct);
        return new(lag.Events, lag.Seconds, lag.Rebuilding, lag.Rebuilt);
    }

    /// <summary>Of the questions, which figures and newsroom are made of.</summary>
    internal Task<Lag> AskAsync(CancellationToken ct) => OfAsync(Projection.Questions, ct);

    /// <summary>Of the questions, and beside it of each.</summary>
    internal async Task<Lag> AllAsync(CancellationToken ct)
    {
        var all = new List<ProjectionLag>();
        foreach (var projection in _projections)
        {
            all.Add(await AskAsync(projection, ct));
        }

        return await AskAsync(ct) with
        {
            Projections = all,
        };
    }

    private async Task<ProjectionLag> AskAsync(IProjection projection, CancellationToken ct)
    {
        if (_last.TryGetValue(projection.Name, out var known) && TimeProvider.System.GetElapsedTime(known.Asked) < Fresh)
        {
            return known.Lag;
        }

        // Who asks meanwhile hears what was known: one asks the database.
        var asked = TimeProvider.System.GetTimestamp();
        if (known.Lag is not null)
        {
            _last[projection.Name] = (asked, known.Lag);
        }

        var (events, since) = await _settled.BehindAsync(projection.Checkpoint, projection.Types, ct);
        await using var connection = await _database.Feed.OpenConnectionAsync(ct);
        var filling = await Generations.FillingAsync(connection, projection.Name, holding: false, ct);
        var seconds = since is { } first ? Math.Max(0, (_time.GetUtcNow() - first).TotalSeconds) : 0;
        var lag = new ProjectionLag(projection.Name, events, Math.Round(seconds, 1), filling is not null, filling?.Share);
        _last[projection.Name] = (asked, lag);
        return lag;
    }

    public void Dispose() => _meter.Dispose();
}
