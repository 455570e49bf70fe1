using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Timers;

/// <summary>
/// What only grows is swept by age, a portion of each table at a time. Days are configuration: <c>Retention:ReceivedDays</c> (60),
/// <c>Retention:DeadLetterDays</c> (30), <c>Retention:DeliveryDays</c> (90) and <c>Retention:ProcessingLogDays</c> (1095).
/// </summary>
internal sealed class Sweep(Database database, Terms terms, IConfiguration configuration) : ITimedWork
{
    private const int Portion = 2000;

    /// <summary>WhatsApp delivers again for up to 7 days; twice that is remembered, whatever is configured.</summary>
    private const int ShortestReceived = 14;

    private readonly Pace _pace = new();
    private readonly int _deadLetters = configuration.GetValue("Retention:DeadLetterDays", 30);
    private readonly int _received = configuration.GetValue("Retention:ReceivedDays", 60);
    private readonly int _deliveries = configuration.GetValue("Retention:DeliveryDays", 90);
    private readonly int _views = configuration.GetValue("Retention:ProcessingLogDays", 1095);

    /// <summary>A dead letter may be replayed as long as it is there, so what was received is remembered longer.</summary>
    private int Received => Math.Max(Math.Max(_received, ShortestReceived), _deadLetters + 1);

    /// <summary>Always 0: the next portion waits for the next round, so that what is due by the minute goes before.</summary>
    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        await using var batch = database.Timer.CreateBatch();
        foreach (var command in Commands(now))
            batch.BatchCommands.Add(command);
        foreach (var command in await ByMunicipalityAsync(now, ct))
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
        _pace.Did(batch.BatchCommands.Cast<NpgsqlBatchCommand>().Count(command => command.RecordsAffected >= Portion), now);
        return 0;
    }

    private IEnumerable<NpgsqlBatchCommand> Commands(DateTimeOffset now)
    {
        yield return Old("routing.received", "r.received_on < $1", DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Received));
        yield return Old("hub.dead_letters", "r.first_failed_at < $1", now - TimeSpan.FromDays(_deadLetters));
        yield return Old("routing.pending", "r.at < $1", now - TimeSpan.FromDays(30));
        yield return Old("routing.viewers", "r.seen_at < $1", now - TimeSpan.FromDays(1));
    }

    // The large ones, oldest first along the index they have: where the first is young enough, no other is read.
    private async Task<NpgsqlBatchCommand[]> ByMunicipalityAsync(DateTimeOffset now, CancellationToken ct) =>
        [
            // The channel is still to hear of a body that is kept; then the row goes.
            Old(
                "routing.deliveries",
                "select r.ctid, r.accepted_at as at from routing.deliveries r where r.tenant_id = t.tenant and r.body_kept is null order by r.accepted_at, r.id",
                now - TimeSpan.FromDays(_deliveries),
                await terms.MunicipalitiesAsync("routing.deliveries", ct)
            ),
            Old(
                "routing.processing_log",
                "select r.ctid, r.at from routing.processing_log r where r.tenant_id = t.tenant order by r.id",
                now - TimeSpan.FromDays(_views),
                await terms.MunicipalitiesAsync("routing.processing_log", ct)
            ),
        ];

    private static NpgsqlBatchCommand Old(string table, string condition, object before) =>
        new($"delete from {table} where ctid = any (array(select r.ctid from {table} r where {condition} limit {Portion} for update))")
        {
            Parameters = { new() { Value = before } },
        };

    private static NpgsqlBatchCommand Old(string table, string oldest, DateTimeOffset before, IReadOnlyList<string> municipalities) =>
        new(
            $"""
            delete from {table} where ctid = any (array(
                select o.ctid from unnest($2::varchar[]) as t (tenant)
                cross join lateral ({oldest} limit 1) first cross join lateral ({oldest} limit {Portion}) o
                where first.at < $1 and o.at < $1 limit {Portion}))
            """
        )
        {
            Parameters =
            {
                new() { Value = before },
                new() { Value = municipalities.ToArray() },
            },
        };
}
