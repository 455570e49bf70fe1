using System.Data;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>
/// Keeps the entries of a month as they are when it closes. From then on nothing that is made anew, or counted in another way, changes it.
/// </summary>
internal sealed class CloseMonths(Database database, Feed feed, TimeProvider time, ILogger<CloseMonths> log) : BackgroundService
{
    // A month closes in the night, days after the last that is counted in it: nobody waits for this.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const string Ripe = """
        select distinct e.tenant_id, e.month from monitoring.hours_entries e
        where e.generation = monitoring.serving('hours') and e.month <= $1 and not exists (select from monitoring.hours_months m where m.tenant_id = e.tenant_id and m.month = e.month)
        order by 2, 1
        """;

    private const string Keep = """
        insert into monitoring.hours_closed (tenant_id, month, shift, day, giver, receiver, topic, seconds, questions)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CloseAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Months stay open until the next round: {Failure}", failure.GetType().Name);
            }
            catch (OperationCanceledException) { }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Closes what is over; how many months of pools that were.</summary>
    internal async Task<int> CloseAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ripe = await RipeAsync(Days.LastClosed(now), ct);
        if (ripe.Count > 0)
        {
            await feed.CaughtUpAsync(HoursSubscriber.Checkpoint, ct);
        }

        foreach (var (pool, month) in ripe)
        {
            await CloseAsync(pool, month, now, ct);
        }

        return ripe.Count;
    }

    private async Task<IReadOnlyList<(string Pool, DateOnly Month)>> RipeAsync(DateOnly until, CancellationToken ct)
    {
        await using var command = database.Feed.CreateCommand(Ripe);
        command.Parameters.Add(new() { Value = until });
        var ripe = new List<(string, DateOnly)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            ripe.Add((row.GetString(0), row.GetFieldValue<DateOnly>(1)));
        }

        return ripe;
    }

    private async Task CloseAsync(string pool, DateOnly month, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var entries = (await Books.OpenAsync(connection, pool, month, now, ct)).Where(entry => entry.Month == month);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            new("insert into monitoring.hours_months (tenant_id, month, closed_at) values ($1, $2, $3)")
            {
                Parameters =
                {
                    new() { Value = pool },
                    new() { Value = month },
                    new() { Value = now },
                },
            }
        );
        foreach (var entry in entries)
        {
            batch.BatchCommands.Add(Write(pool, entry));
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static NpgsqlBatchCommand Write(string pool, Entry entry) =>
        new(Keep)
        {
            Parameters =
            {
                new() { Value = pool },
                new() { Value = entry.Month },
                new() { Value = entry.Shift },
                new() { Value = entry.Day },
                new() { Value = entry.Giver },
                new() { Value = entry.Receiver },
                new() { Value = entry.Topic },
                new() { Value = entry.Seconds },
                new() { Value = entry.Questions },
            },
        };
}
