using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>
/// Reads the log beside the feed, for what is made anew while a subscriber goes on: only what that subscriber has handled, so that it is settled.
/// </summary>
public sealed class SettledLog
{
    private const int MostCounted = 100_000;
    private readonly Database _database;
    private readonly FeedSource _source;
    private readonly EventRegistry _registry;

    private SettledLog(Database database, FeedSource source, EventRegistry registry) =>
        (_database, _source, _registry) = (database, source, registry);

    internal static SettledLog From(IServiceProvider services) =>
        new(
            services.GetRequiredService<Database>(),
            services.GetRequiredService<FeedSource>(),
            services.GetRequiredService<EventRegistry>()
        );

    /// <summary>Events of these types after one place up to another, which a subscriber has passed.</summary>
    /// <param name="wanted">The types; unless personal text is wanted it stays sealed and reads as null.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(
        (IReadOnlyCollection<Type> Types, bool Personal) wanted,
        (long After, long To) between,
        int limit,
        CancellationToken ct
    ) => await _source.ReadAsync(_source.WantedOf(wanted.Types, wanted.Personal), between.After, between.To, limit, ct);

    /// <summary>Where a subscriber stands.</summary>
    /// <param name="holding">Its row stays locked until the transaction of this connection ends: meanwhile it moves nothing on.</param>
    public static async Task<long> PositionAsync(NpgsqlConnection connection, string subscriber, bool holding, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select last_seq_id from events.mt_event_progression where name = $1{(holding ? " for update" : "")}",
            connection
        );
        command.Parameters.Add(new() { Value = subscriber });
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    /// <summary>How many events of these types a subscriber has still to handle, at most a hundred thousand, and since when the first waits.</summary>
    public async Task<(long Events, DateTimeOffset? Since)> BehindAsync(
        string subscriber,
        IReadOnlyCollection<Type> types,
        CancellationToken ct
    )
    {
        await using var command = _database.Feed.CreateCommand(
            $"""
            select count(*), min(w.timestamp) from (
                select e.timestamp from events.mt_events e
                where e.seq_id > coalesce((select last_seq_id from events.mt_event_progression where name = $1), 0) and e.type = any ($2)
                order by e.seq_id limit {MostCounted}
            ) w
            """
        );
        command.Parameters.Add(new() { Value = subscriber });
        command.Parameters.Add(new() { Value = _registry.AliasesOf(types), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1));
    }
}
