using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// One transaction on the store, bounded to a list of tenants by row-level security. Appends and read-model commands are collected and go out
/// together in <see cref="CommitAsync"/>: either all of it is there, or nothing.
/// </summary>
public sealed class EventSession : IAsyncDisposable
{
    /// <summary>The connection, inside the transaction, with the tenants set. For reads, and for locks taken before deciding.</summary>
    public NpgsqlConnection Connection => throw new NotImplementedException();

    /// <summary>Loads a stream into a state; version 0 and the initial state when there is none.</summary>
    public Task<Loaded<TState>> LoadAsync<TState>(StreamKey stream, TState initial, Func<TState, RecordedEvent, TState> evolve, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>The events of a stream in order; empty when there is none. Personal text is null where the key was destroyed.</summary>
    public Task<IReadOnlyList<RecordedEvent>> ReadAsync(StreamKey stream, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The events of several streams in one round trip; streams without events are absent.</summary>
    public Task<IReadOnlyDictionary<StreamKey, IReadOnlyList<RecordedEvent>>> ReadManyAsync(IReadOnlyCollection<StreamKey> streams, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>What is in force.</summary>
    public Task<Epoch> ReadEpochAsync(CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Collects an append. <paramref name="expectedVersion"/> 0 starts the stream.</summary>
    /// <param name="resident">Whose key encrypts the personal properties; needed when an event has any.</param>
    /// <param name="metadata">Instead of the session's, for a batch whose messages have each their own trace.</param>
    public void Append(StreamKey stream, long expectedVersion, IReadOnlyList<object> events, Guid? resident = null, EventMetadata? metadata = null) =>
        throw new NotImplementedException();

    /// <summary>Collects archiving a stream: it takes no events any more, and subscribers no longer see it.</summary>
    public void Archive(StreamKey stream) => throw new NotImplementedException();

    /// <summary>Collects putting a release of a layer in force; the epoch's number goes up by one.</summary>
    public void RaiseEpoch(string layer, int release) => throw new NotImplementedException();

    /// <summary>Collects a command that runs after the appends, in the same round trip and transaction: an inline read model.</summary>
    public void Also(NpgsqlBatchCommand command) => throw new NotImplementedException();

    /// <summary>Writes everything and commits.</summary>
    /// <exception cref="StaleVersionException">A stream has moved on; nothing was written.</exception>
    public Task CommitAsync(CancellationToken ct) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}

/// <summary>A state with the version it stands at.</summary>
public sealed record Loaded<TState>(TState State, long Version);

/// <summary>An event as it was recorded.</summary>
/// <param name="Sequence">Place in the whole log.</param>
/// <param name="Version">Place in its stream, from 1.</param>
/// <param name="Resident">Whose key its personal properties are under.</param>
/// <param name="CorrelationId">W3C trace id, when known.</param>
/// <param name="CausationId">Id of the message or request that caused it, when known.</param>
public sealed record RecordedEvent(
    long Sequence,
    Guid Id,
    StreamKey Stream,
    long Version,
    object Data,
    DateTimeOffset Timestamp,
    Guid? Resident,
    string? CorrelationId = null,
    string? CausationId = null
);

/// <summary>A stream stands at another version than the writer saw.</summary>
public sealed class StaleVersionException(StreamKey stream, long expected)
    : Exception($"Stream {stream.Key} is not at version {expected}.")
{
    /// <summary>The stream.</summary>
    public StreamKey Stream => stream;
}
