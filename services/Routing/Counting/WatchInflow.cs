using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Routing.Timers;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Routing.Counting;

/// <summary>
/// Once a minute: where did ten minutes bring more than five times what the hour is used to. Crisis hears of it and proposes; nothing is switched.
/// Readings are kept in memory: a process that has just started knows after ten minutes.
/// </summary>
internal sealed class WatchInflow(Database database, OutgoingBus bus) : ITimedWork
{
    private static readonly TimeSpan Kept = 2 * Inflow.Stretch;

    private readonly Pace _pace = new();
    private readonly List<Inflow.Reading> _readings = [];

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        _readings.RemoveAll(reading => now - reading.At > Kept || reading.At > now);
        var reading = await ReadAsync(now, ct);
        if (Inflow.Before(_readings, now) is { } before && Inflow.Between(before, reading) is { Count: > 0 } came)
        {
            var rose = Inflow.Rose(came, await UsualAsync([.. came.Keys], now, ct), before.At, now);
            if (rose.Count > 0)
                await bus.PublishAsync(new InflowRose(rose, now), ct);
        }
        _readings.Add(reading);
        return _pace.Did(0, now);
    }

    /// <summary>What was counted of the hours that ten minutes can touch. What happens in an exercise is no crisis.</summary>
    private async Task<Inflow.Reading> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            $"""
            select tenant_id, hour, sum(messages) from routing.hourly_counts
            where hour >= date_trunc('hour', $1::timestamptz) and tenant_id not like '{Exercise.Prefix}%' group by tenant_id, hour
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = now - Kept });
        var counts = new Dictionary<(string, DateTimeOffset), long>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            counts[(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1))] = row.GetInt64(2);
        return new(now, counts);
    }

    /// <summary>Messages in this hour of the day, by municipality, over the days since its first one.</summary>
    private async Task<IReadOnlyDictionary<string, double>> UsualAsync(string[] towns, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            """
            select t.town,
                (select sum(messages) from routing.hourly_counts where tenant_id = t.town and hour = any ($2)),
                (select min(hour) from routing.hourly_counts where tenant_id = t.town)
            from unnest($1::varchar[]) as t (town)
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = towns });
        command.Parameters.Add(new NpgsqlParameter { Value = Inflow.SameHours(now) });
        var usual = new Dictionary<string, double>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var days = row.IsDBNull(2) ? 1 : Math.Clamp((now - row.GetFieldValue<DateTimeOffset>(2)).TotalDays, 1, Inflow.Days);
            usual[row.GetString(0)] = row.IsDBNull(1) ? 0 : row.GetInt64(1) / Math.Floor(days);
        }
        return usual;
    }
}
