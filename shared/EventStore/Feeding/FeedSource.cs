using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>What a subscriber's run reads and writes.</summary>
internal sealed class FeedSource(Database database, EventRegistry registry, Vault vault)
{
    private readonly EventReader _reader = new(registry, vault);

    internal Wanted WantedBy(IFeedSubscriber subscriber) =>
        new(subscriber.Types is { } types ? registry.AliasesOf(types) : null, subscriber.ReadsPersonal);

    internal Wanted WantedOf(IReadOnlyCollection<Type> types, bool personal) => new(registry.AliasesOf(types), personal);

    /// <summary>Events after <paramref name="after"/> up to <paramref name="to"/>, which is settled. Marten's tombstones hold nothing.</summary>
    internal async Task<List<RecordedEvent>> ReadAsync(Wanted wanted, long after, long to, int limit, CancellationToken ct)
    {
        await using var command = database.Feed.CreateCommand(
            $"""
            select {(wanted.Personal ? EventReader.Columns : EventReader.SealedColumns)}
            from events.mt_events e
            where e.seq_id > $1 and e.seq_id <= $2 and not e.is_archived
              and {(wanted.Aliases is null ? "e.type <> 'tombstone'" : "e.type = any ($4)")}
            order by e.seq_id
            limit $3
            """
        );
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = to });
        command.Parameters.Add(new() { Value = limit });
        if (wanted.Aliases is { } aliases)
        {
            command.Parameters.Add(new() { Value = aliases, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        }
        var events = new List<RecordedEvent>();
        await foreach (var recorded in _reader.ReadAsync(command, ct))
        {
            events.Add(recorded);
        }
        return events;
    }

    /// <summary>Where the first event of these types stands between two places; null when there is none.</summary>
    internal async Task<long?> FirstAsync(IReadOnlyCollection<Type> types, long after, long to, CancellationToken ct)
    {
        await using var command = database.Feed.CreateCommand(
            """
            select e.seq_id from events.mt_events e
            where e.seq_id > $1 and e.seq_id <= $2 and not e.is_archived and e.type = any ($3)
            order by e.seq_id limit 1
            """
        );
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = to });
        command.Parameters.Add(new() { Value = registry.AliasesOf(types), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        return await command.ExecuteScalarAsync(ct) as long?;
    }

    /// <summary>Hands a batch over and moves the checkpoint, in one transaction. False, and nothing done, when the checkpoint stood elsewhere.</summary>
    internal async Task<bool> HandleAsync(
        IFeedSubscriber subscriber,
        List<RecordedEvent> events,
        long checkpoint,
        long reached,
        CancellationToken ct
    )
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await Checkpoint.TryMoveAsync(connection, subscriber.Name, checkpoint, reached, ct))
        {
            return false;
        }
        await subscriber.HandleAsync(new FeedBatch(events, connection), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Moves the checkpoint from where it was seen last; where it stands.</summary>
    internal async Task<long> SettleAsync(string subscriber, long? seen, long position, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        var moved = seen is { } from && from != position && await Checkpoint.TryMoveAsync(connection, subscriber, from, position, ct);
        if (moved)
        {
            return position;
        }
        return await Checkpoint.ReadAsync(connection, subscriber, ct);
    }

    internal ValueTask<NpgsqlConnection> OpenLineAsync(CancellationToken ct) => database.FeedLine.OpenConnectionAsync(ct);

    /// <param name="Aliases">Null: all but Marten's tombstones.</param>
    /// <param name="Personal">Whether personal text is opened.</param>
    internal sealed record Wanted(string[]? Aliases, bool Personal);
}
