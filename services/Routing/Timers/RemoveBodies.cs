using Npgsql;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Routing.Timers;

/// <summary>
/// The platform's own form of what came in goes as long after receipt as the blueprint says. A body that held something for two municipalities
/// goes with the first of them.
/// </summary>
internal sealed class RemoveBodies(Database database, Terms terms, OutgoingBus bus) : ITimedWork
{
    private const int Portion = 200;
    private readonly Pace _pace = new();

    private sealed record Due(string Municipality, Guid Delivery, string Channel, Guid Body);

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        var past = await terms.OfAsync("routing.deliveries", retention => retention.RawDays, now, ct);
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var due = await TakeAsync(connection, past, ct);
        foreach (var group in due.GroupBy(row => (row.Municipality, row.Channel)))
            await bus.SendAsync(
                Queues.ErasuresFor(group.Key.Channel),
                new KeepingEnded(group.Key.Municipality, [], [.. group.Select(row => row.Body)], now),
                ct
            );
        await using var done = new NpgsqlCommand(
            """
            update routing.deliveries d set body_kept = null
            from unnest($1::varchar[], $2::uuid[]) as u (tenant, id) where d.tenant_id = u.tenant and d.id = u.id
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = due.Select(row => row.Municipality).ToArray() },
                new() { Value = due.Select(row => row.Delivery).ToArray() },
            },
        };
        await done.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return _pace.Did(due.Count, now);
    }

    private static async Task<IReadOnlyList<Due>> TakeAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Terms.Term> past,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select d.tenant_id, d.id, d.channel, d.body_kept
            from unnest($1::varchar[], $2::timestamptz[]) as t (tenant, before)
            join routing.deliveries d on d.tenant_id = t.tenant and d.body_kept is not null and d.accepted_at <= t.before
            limit {Portion} for no key update of d skip locked
            """,
            connection
        );
        command.Parameters.AddRange(Terms.Parameters(past));
        await using var row = await command.ExecuteReaderAsync(ct);
        var due = new List<Due>();
        while (await row.ReadAsync(ct))
            due.Add(new(row.GetString(0), row.GetGuid(1), row.GetString(2), row.GetGuid(3)));
        return due;
    }
}
