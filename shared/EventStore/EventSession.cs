using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// One transaction on the store, bounded to a list of tenants by row-level security. Appends and read-model commands are collected and go out
/// together in <see cref="CommitAsync"/>: either all of it is there, or nothing. For one thread at a time.
/// </summary>
public sealed class EventSession : IAsyncDisposable
{
    private const string StaleVersion = "WH001";
    private const string StaleEpoch = "WH002";
    private readonly EventStore _store;
    private readonly EventMetadata? _metadata;
    private IReadOnlyCollection<string>? _tenants;
    private readonly AppendBatch _appends = new();
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly ResidentKeys _keys = new();
    private bool _committed;

    internal EventSession(EventStore store, NpgsqlConnection connection, EventMetadata? metadata, IReadOnlyCollection<string>? tenants) =>
        (_store, Connection, _metadata, _tenants) = (store, connection, metadata, tenants);

    /// <summary>The connection, inside the transaction, with the tenants set. For reads, and for locks taken before deciding.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Loads a stream into a state; version 0 and the initial state when there is none.</summary>
    public async Task<Loaded<TState>> LoadAsync<TState>(
        StreamKey stream,
        TState initial,
        Func<TState, RecordedEvent, TState> evolve,
        CancellationToken ct
    )
    {
        var loaded = new Loaded<TState>(initial, 0);
        await using var query = EventReader.Query(Connection, [stream]);
        await foreach (var recorded in _store.Reader.ReadAsync(query, ct))
        {
            loaded = new Loaded<TState>(evolve(loaded.State, recorded), recorded.Version);
        }
        return loaded;
    }

    /// <summary>The events of a stream in order; empty when there is none. Personal text is null where the key was destroyed.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(StreamKey stream, CancellationToken ct)
    {
        var streams = await ReadManyAsync([stream], ct);
        return streams.GetValueOrDefault(stream) ?? [];
    }

    /// <summary>The events of several streams in one round trip; streams without events are absent.</summary>
    public async Task<IReadOnlyDictionary<StreamKey, IReadOnlyList<RecordedEvent>>> ReadManyAsync(
        IReadOnlyCollection<StreamKey> streams,
        CancellationToken ct
    )
    {
        var found = new Dictionary<StreamKey, IReadOnlyList<RecordedEvent>>(streams.Count);
        var current = new List<RecordedEvent>();
        await using var query = EventReader.Query(Connection, streams);
        await foreach (var recorded in _store.Reader.ReadAsync(query, ct))
        {
            if (recorded.Version == 1 || !found.ContainsKey(recorded.Stream))
            {
                found[recorded.Stream] = current = [];
            }
            current.Add(recorded);
        }
        return found;
    }

    /// <summary>
    /// The releases of these layers of the blueprint, which hold nothing of residents: also of layers that this session's tenants are not.
    /// On its own connection, so that whoever holds one needs no second.
    /// </summary>
    public async Task<IReadOnlyDictionary<StreamKey, IReadOnlyList<RecordedEvent>>> ReadLayersAsync(
        IReadOnlyCollection<string> layers,
        CancellationToken ct
    )
    {
        await BoundAsync(layers, ct);
        var streams = await ReadManyAsync([.. layers.Select(StreamKey.OfLayer)], ct);
        await BoundAsync(_tenants, ct);
        return streams;
    }

    /// <summary>From here on the session can touch these tenants only, and no longer those it began with.</summary>
    /// <exception cref="InvalidOperationException">A session of another role has no bounds.</exception>
    public async Task BoundToAsync(IReadOnlyCollection<string> tenants, CancellationToken ct)
    {
        _tenants = _tenants is null ? throw new InvalidOperationException("This session has no bounds.") : tenants;
        await BoundAsync(tenants, ct);
    }

    /// <summary>
    /// Bounds the session to these tenants and reads in the same round trip; the reader stands at the first of the commands that answers with rows.
    /// </summary>
    /// <exception cref="InvalidOperationException">A session of another role has no bounds.</exception>
    public async Task<T> ReadWithinAsync<T>(
        IReadOnlyCollection<string> tenants,
        IEnumerable<NpgsqlBatchCommand> commands,
        Func<NpgsqlDataReader, Task<T>> read,
        CancellationToken ct
    )
    {
        _tenants = _tenants is null ? throw new InvalidOperationException("This session has no bounds.") : tenants;
        await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { Tenants.Set(tenants) } };
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await read(reader);
    }

    /// <summary>
    /// The keys of these residents within this transaction, made where there is none; appends use them too. They end with the session: kept
    /// longer, destroying a key would not reach them.
    /// </summary>
    public async Task<ResidentKeys> TakeKeysAsync(IEnumerable<Resident> residents, CancellationToken ct)
    {
        var missing = residents.Where(resident => !_keys.Holds(resident)).Distinct().ToArray();
        if (missing.Length > 0)
        {
            await _store.Vault.TakeKeysAsync(Connection, missing, _keys, ct);
        }
        return _keys;
    }

    /// <summary>What is in force.</summary>
    public Task<Epoch> ReadEpochAsync(CancellationToken ct) => Epoch.ReadAsync(Connection, ct);

    /// <summary>
    /// Collects an append. <paramref name="expectedVersion"/> 0 starts the stream. A second append to the same stream expects the version the
    /// first leaves it at.
    /// </summary>
    /// <param name="resident">Whose key encrypts the personal properties; needed when an event has any. Once forgotten they are written as null.</param>
    /// <param name="metadata">Instead of the session's, for a batch whose messages have each their own trace.</param>
    /// <exception cref="StaleVersionException">This session itself has moved the stream on.</exception>
    public void Append(
        StreamKey stream,
        long expectedVersion,
        IReadOnlyList<object> events,
        Guid? resident = null,
        EventMetadata? metadata = null
    )
    {
        if (events.Count > 0)
        {
            _appends.Add(new AppendBatch.Entry(stream, expectedVersion, events, resident, metadata ?? _metadata));
        }
    }

    /// <summary>Collects archiving a stream: it takes no events any more, and subscribers no longer see it.</summary>
    public void Archive(StreamKey stream) =>
        Also(
            new NpgsqlBatchCommand("select events.archive_stream($1, $2)")
            {
                Parameters =
                {
                    new() { Value = stream.Tenant },
                    new() { Value = stream.Key },
                },
            }
        );

    /// <summary>Collects putting a release of a layer in force; the epoch's number goes up by one.</summary>
    public void RaiseEpoch(string layer, int release) => Also(Epoch.Raise(layer, release));

    /// <summary>Collects putting a crisis in force, or changing the one with this id; the epoch's number goes up by one.</summary>
    public void SwitchCrisis(CrisisInForce crisis) => Also(Epoch.Switch(crisis));

    /// <summary>Collects taking a crisis out of force; the epoch's number goes up by one.</summary>
    public void LiftCrisis(Guid crisis) => Also(Epoch.Lift(crisis));

    /// <summary>Collects a last look: what was decided by this epoch is written only while it still holds. Collect it after everything else.</summary>
    public void HoldTo(Epoch epoch) => Also(Epoch.Hold(epoch.Number));

    /// <summary>Collects a command that runs after the appends, in the same round trip and transaction: an inline read model.</summary>
    public void Also(NpgsqlBatchCommand command) => _commands.Add(command);

    /// <summary>Writes everything and commits. The session ends here.</summary>
    /// <exception cref="StaleVersionException">A stream has moved on; nothing was written.</exception>
    /// <exception cref="StaleEpochException">See <see cref="HoldTo"/>; nothing was written.</exception>
    public async Task CommitAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        await using var batch = new NpgsqlBatch(Connection);
        var streams = _appends.IsEmpty ? [] : await AppendAsync(batch, ct);
        foreach (var command in _commands)
        {
            batch.BatchCommands.Add(command);
        }
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        try
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == StaleVersion)
        {
            var stale = streams[int.Parse(e.MessageText, System.Globalization.CultureInfo.InvariantCulture) - 1];
            throw new StaleVersionException(stale, _appends.ExpectedOf(stale));
        }
        catch (PostgresException e) when (e.SqlState == StaleEpoch)
        {
            throw new StaleEpochException();
        }
        _committed = true;
        if (streams.Length > 0)
        {
            _store.Notifier.Committed();
        }
    }

    /// <summary>Rolls back what was not committed.</summary>
    public ValueTask DisposeAsync()
    {
        _keys.Dispose();
        return Connection.DisposeAsync();
    }

    /// <summary>A session of another role has no bounds.</summary>
    private async Task BoundAsync(IReadOnlyCollection<string>? tenants, CancellationToken ct)
    {
        if (_tenants is null || tenants is null)
        {
            return;
        }
        await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { Tenants.Set(tenants) } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task<StreamKey[]> AppendAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        var keys = await TakeKeysAsync(_appends.ResidentsIn(_store.Registry), ct);
        var (command, streams) = _appends.Build(_store.Registry, keys, _store.Time.GetUtcNow());
        batch.BatchCommands.Add(command);
        return streams;
    }
}

/// <summary>A state with the version it stands at.</summary>
public sealed record Loaded<TState>(TState State, long Version);
