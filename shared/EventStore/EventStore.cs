using System.Diagnostics;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>Opens sessions on the log.</summary>
public sealed class EventStore
{
    private readonly Database _database;

    internal EventStore(Database database, EventRegistry registry, Vault vault, CommitNotifier notifier, TimeProvider time)
    {
        (_database, Registry, Vault, Notifier, Time) = (database, registry, vault, notifier, time);
        Reader = new EventReader(registry, vault);
    }

    internal EventRegistry Registry { get; }

    internal Vault Vault { get; }

    internal CommitNotifier Notifier { get; }

    internal TimeProvider Time { get; }

    internal EventReader Reader { get; }

    /// <summary>
    /// A session that can touch these tenants only. Metadata goes on every event it appends; null: the trace at hand.
    /// </summary>
    public Task<EventSession> OpenAsync(IReadOnlyCollection<string> tenants, EventMetadata? metadata, CancellationToken ct) =>
        OpenAsync(_database.App, tenants, metadata, ct);

    /// <summary>A session of role <c>webcare_timer</c>: all tenants. For work that the clock starts, never for a request.</summary>
    public Task<EventSession> OpenForTimerAsync(EventMetadata? metadata, CancellationToken ct) =>
        OpenAsync(_database.Timer, null, metadata, ct);

    private async Task<EventSession> OpenAsync(
        NpgsqlDataSource source,
        IReadOnlyCollection<string>? tenants,
        EventMetadata? metadata,
        CancellationToken ct
    )
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            await using var begin = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand("begin") } };
            if (tenants is not null)
            {
                begin.BatchCommands.Add(Tenants.Set(tenants));
            }
            await begin.ExecuteNonQueryAsync(ct);
            return new EventSession(this, connection, metadata ?? FromTrace(), tenants);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static EventMetadata? FromTrace() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } trace ? new EventMetadata(trace.TraceId.ToHexString(), null) : null;
}

/// <summary>What is recorded beside every event of a session.</summary>
/// <param name="CorrelationId">W3C trace id.</param>
/// <param name="CausationId">Id of the message or request that caused it.</param>
public sealed record EventMetadata(string? CorrelationId, string? CausationId);
