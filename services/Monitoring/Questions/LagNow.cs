using System.Diagnostics.Metrics;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Questions;

/// <summary>How far the counting is behind the log: asked at most once a second, whoever asks. Also the gauge <c>webcare.monitoring.lag</c>.</summary>
internal sealed class LagNow : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SettledLog _settled;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly Meter _meter = new("WebcareHub.EventStore");
    private volatile Lag? _last;
    private long _asked;

    public LagNow(SettledLog settled, Database database, TimeProvider time)
    {
        (_settled, _database, _time) = (settled, database, time);
        _meter.CreateObservableGauge("webcare.monitoring.lag", () => _last?.Seconds ?? 0, "s");
    }

    internal async Task<Lag> AskAsync(CancellationToken ct)
    {
        if (_last is { } known && TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _asked)) < Fresh)
        {
            return known;
        }

        Interlocked.Exchange(ref _asked, TimeProvider.System.GetTimestamp());
        var (events, since) = await _settled.BehindAsync(QuestionsSubscriber.Checkpoint, Projection.Types, ct);
        await using var connection = await _database.Feed.OpenConnectionAsync(ct);
        var filling = await Generations.FillingAsync(connection, holding: false, ct);
        var seconds = since is { } first ? Math.Max(0, (_time.GetUtcNow() - first).TotalSeconds) : 0;
        return _last = new(events, Math.Round(seconds, 1), filling is not null, filling is null ? null : Share(filling));
    }

    public void Dispose() => _meter.Dispose();

    private static double Share(Generations.Filling filling) =>
        filling.Goal == 0 ? 0 : Math.Round(100.0 * filling.Position / filling.Goal, 1);
}
