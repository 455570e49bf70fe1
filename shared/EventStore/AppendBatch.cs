using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>The appends of a session, and the one statement that writes them.</summary>
internal sealed class AppendBatch
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<StreamKey, StreamState> _streams = [];

    internal bool IsEmpty => _entries.Count == 0;

    /// <summary>Whose keys it takes to write this: what is said of a resident without a word of theirs needs none.</summary>
    internal IEnumerable<Resident> ResidentsIn(EventRegistry registry) =>
        _entries
            .Where(entry => entry.Resident is not null && entry.Events.Any(data => registry.Find(data.GetType()).HoldsPersonal))
            .Select(entry => new Resident(entry.Stream.Tenant, entry.Resident!.Value));

    /// <exception cref="StaleVersionException">An earlier append of this session leaves the stream at another version.</exception>
    internal void Add(Entry entry)
    {
        var stream = _streams.TryGetValue(entry.Stream, out var known) ? known : new StreamState(entry.Expected, 0);
        if (stream.Expected + stream.Added != entry.Expected)
        {
            throw new StaleVersionException(entry.Stream, entry.Expected);
        }
        _streams[entry.Stream] = stream with { Added = stream.Added + entry.Events.Count };
        _entries.Add(entry);
    }

    /// <summary>The statement, and the streams in the order in which it names a stale one (from 1).</summary>
    internal (NpgsqlBatchCommand Command, StreamKey[] Streams) Build(EventRegistry registry, ResidentKeys keys, DateTimeOffset now)
    {
        var streams = _streams.Keys.ToArray();
        Array.Sort(streams, StreamOrder);
        var places = new Dictionary<StreamKey, int>(streams.Length);
        foreach (var stream in streams)
        {
            places.Add(stream, places.Count + 1);
        }
        var events = new EventColumns(_entries.Sum(entry => entry.Events.Count));
        for (var place = 0; place < _entries.Count; place++)
        {
            events.Add(_entries[place], place + 1, registry, keys);
        }
        var command = new NpgsqlBatchCommand(
            "select events.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
        );
        Add(command, NpgsqlDbType.Text, Array.ConvertAll(streams, stream => stream.Tenant));
        Add(command, NpgsqlDbType.Text, Array.ConvertAll(streams, stream => stream.Key));
        Add(command, NpgsqlDbType.Bigint, Array.ConvertAll(streams, stream => _streams[stream].Expected));
        Add(command, NpgsqlDbType.Bigint, Array.ConvertAll(streams, stream => _streams[stream].Added));
        Add(command, NpgsqlDbType.Integer, Column(entry => places[entry.Stream]));
        Add(command, NpgsqlDbType.Uuid, Column(entry => entry.Resident));
        Add(command, NpgsqlDbType.Text, Column(entry => entry.Metadata?.CorrelationId));
        Add(command, NpgsqlDbType.Text, Column(entry => entry.Metadata?.CausationId));
        events.AddTo(command);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        return (command, streams);
    }

    internal static void Add<T>(NpgsqlBatchCommand command, NpgsqlDbType type, T[] values) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

    internal long ExpectedOf(StreamKey stream) => _streams[stream].Expected;

    private T[] Column<T>(Func<Entry, T> value) => [.. _entries.Select(value)];

    private static int StreamOrder(StreamKey left, StreamKey right)
    {
        var tenants = string.CompareOrdinal(left.Tenant, right.Tenant);
        return tenants != 0 ? tenants : string.CompareOrdinal(left.Key, right.Key);
    }

    /// <summary>A run of events of one stream.</summary>
    internal sealed record Entry(StreamKey Stream, long Expected, IReadOnlyList<object> Events, Guid? Resident, EventMetadata? Metadata);

    private readonly record struct StreamState(long Expected, long Added);
}
