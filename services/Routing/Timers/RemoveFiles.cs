using Npgsql;
using WebcareHub.Contracts.Bus;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Residents;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Routing.Timers;

/// <summary>
/// Files go when their conversation was resolved longer ago than the blueprint keeps them; what was said stays. The channel has them, and tells
/// when they are gone. Told twice, it does nothing twice.
/// </summary>
internal sealed class RemoveFiles(EventStore.EventStore store, Terms terms, OutgoingBus bus) : ITimedWork
{
    private const int Portion = 100;
    private readonly Pace _pace = new();

    private sealed record Due(string Municipality, Guid Conversation, string Channel);

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        var past = await terms.OfAsync("routing.conversations", retention => retention.FileDays, now, ct);
        await using var session = await store.OpenForTimerAsync(null, ct);
        var due = await TakeAsync(session.Connection, past, ct);
        foreach (var group in due.GroupBy(row => (row.Municipality, row.Channel)))
        {
            var streams = await session.ReadManyAsync(
                [.. group.Select(row => Streams.Conversation(row.Municipality, row.Conversation))],
                ct
            );
            var files = streams.Values.SelectMany(events => events).SelectMany(Erasure.Files).Distinct().ToArray();
            if (files.Length > 0)
                await bus.SendAsync(Queues.ErasuresFor(group.Key.Channel), new KeepingEnded(group.Key.Municipality, files, [], now), ct);
        }
        if (due.Count > 0)
            session.Also(
                new NpgsqlBatchCommand("update routing.conversations c set files_removed_at = c.resolved_at where c.id = any ($1)")
                {
                    Parameters = { new() { Value = due.Select(row => row.Conversation).ToArray() } },
                }
            );
        await session.CommitAsync(ct);
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
            select c.tenant_id, c.id, c.channel
            from unnest($1::varchar[], $2::timestamptz[]) as t (tenant, before)
            join routing.conversations c on c.tenant_id = t.tenant and c.status = 4 and not c.erased and c.resolved_at <= t.before
                and (c.files_removed_at is null or c.files_removed_at < c.resolved_at)
            limit {Portion} for no key update of c skip locked
            """,
            connection
        );
        command.Parameters.AddRange(Terms.Parameters(past));
        await using var row = await command.ExecuteReaderAsync(ct);
        var due = new List<Due>();
        while (await row.ReadAsync(ct))
            due.Add(new(row.GetString(0), row.GetGuid(1), row.GetString(2)));
        return due;
    }
}
