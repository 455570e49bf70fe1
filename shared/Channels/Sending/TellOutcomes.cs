using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// Tells Routing how far each part has got, every step in order, until the broker holds it; what a crash left untold is told at the next
/// start, because the row itself remembers.
/// </summary>
internal sealed class TellOutcomes(Adapters adapters, Database database, Vault vault, OutgoingBus bus, Wake wake, ILogger<TellOutcomes> log)
    : BackgroundService
{
    private const int AtOnce = 200;

    private sealed record Row(Guid Id, ReplyOutcome Latest, DeliveryState Told, Guid Resident, byte[]? PlatformId, DateTimeOffset?[] Times);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = wake.Next;
            try
            {
                if (await RoundAsync(stoppingToken) == 0)
                {
                    await Wake.AwaitAsync(next, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Outcomes wait: {Failure}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RoundAsync(CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var rows = await UntoldAsync(connection, ct);
        if (rows.Count == 0)
        {
            return 0;
        }

        var steps = await Task.WhenAll(rows.Select(row => StepsAsync(row, ct)));
        foreach (var wave in Enumerable.Range(0, 3))
        {
            await Task.WhenAll(steps.Where(all => all.Count > wave).Select(all => bus.SendAsync(Queues.RoutingOutcomes, all[wave], ct)));
        }

        await using var told = new NpgsqlCommand(
            "update channels.outbound o set told = t.state from unnest($1, $2) t(id, state) where o.part_id = t.id",
            connection
        ).With(rows.Select(row => row.Id).ToArray(), rows.Select(row => (short)row.Latest.State).ToArray());
        await told.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    // Sent carries the platform's id; who jumps from requested to read tells the steps between as well.
    private async Task<IReadOnlyList<ReplyOutcome>> StepsAsync(Row row, CancellationToken ct)
    {
        var bytes = row.PlatformId is null ? null : await vault.OpenForAsync(row.Latest.Municipality, row.Resident, row.PlatformId, ct);
        var latest = row.Latest with { PlatformId = bytes is null ? null : System.Text.Encoding.UTF8.GetString(bytes) };
        if (latest.State is not (DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Read))
        {
            return [latest];
        }

        var from = row.Told is DeliveryState.Sent or DeliveryState.Delivered ? row.Told + 1 : DeliveryState.Sent;
        return
        [
            .. Enumerable
                .Range((int)from, Math.Max(1, latest.State - from + 1))
                .Select(state => (DeliveryState)Math.Min(state, (int)latest.State))
                .Select(state => latest with { State = state, Reason = null, At = row.Times[state - DeliveryState.Sent] ?? latest.At }),
        ];
    }

    private async Task<List<Row>> UntoldAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select part_id, tenant_id, conversation_id, reply_id, part, parts, state, reason, retryable, changed_at, told, resident_id, platform_id,
                sent_at, delivered_at, read_at
            from channels.outbound where channel = any($1) and told <> state and state >= 2
            order by changed_at limit $2 for update skip locked
            """,
            connection
        ).With(adapters.Codes, AtOnce);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    private static Row Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            new(
                row.GetString(1),
                row.GetGuid(2),
                row.GetGuid(3),
                row.GetInt32(4),
                row.GetInt32(5),
                (DeliveryState)row.GetInt16(6),
                null,
                row.IsDBNull(7) ? null : row.GetString(7),
                row.GetBoolean(8),
                row.GetFieldValue<DateTimeOffset>(9)
            ),
            (DeliveryState)row.GetInt16(10),
            row.GetGuid(11),
            row.IsDBNull(12) ? null : row.GetFieldValue<byte[]>(12),
            [Time(row, 13), Time(row, 14), Time(row, 15)]
        );

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
