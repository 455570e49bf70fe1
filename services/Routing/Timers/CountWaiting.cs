using System.Diagnostics.Metrics;
using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.Routing.Timers;

/// <summary>
/// <c>webcare.waiting</c>: how many conversations wait for a colleague, by municipality, exercises left out. Counted once a minute along the index of what waits,
/// not for each message and not when somebody reads the meter. Every process that runs the timers reports the same figure: read the highest of
/// them, not the sum.
/// </summary>
internal sealed class CountWaiting : ITimedWork, IDisposable
{
    private readonly Pace _pace = new();
    private readonly Database _database;
    private IReadOnlyList<Measurement<long>> _waiting = [];

    public CountWaiting(Database database)
    {
        _database = database;
        Signals.Meter.CreateObservableGauge("webcare.waiting", () => _waiting, "{conversation}");
    }

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        await using var command = _database.Timer.CreateCommand(
            "select c.tenant_id, count(*) from routing.conversations c where c.status = 0 group by c.tenant_id"
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var waiting = new List<Measurement<long>>();
        while (await row.ReadAsync(ct))
            if (!Exercise.Is(row.GetString(0)))
                waiting.Add(new(row.GetInt64(1), KeyValuePair.Create<string, object?>("webcare.municipality", row.GetString(0))));
        _waiting = waiting;
        return _pace.Did(0, now);
    }

    /// <summary>The meter is of the whole process: what no longer counts shows nothing.</summary>
    public void Dispose() => _waiting = [];
}
