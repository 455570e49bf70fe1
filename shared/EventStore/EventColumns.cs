using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>The events of a batch as arrays, one per column. The type's two names go once each.</summary>
internal sealed class EventColumns(int capacity)
{
    private readonly int[] _appends = new int[capacity];
    private readonly long[] _versions = new long[capacity];
    private readonly Guid[] _ids = new Guid[capacity];
    private readonly int[] _types = new int[capacity];
    private readonly byte[][] _bodies = new byte[capacity][];
    private readonly Dictionary<Type, (int Place, EventType Type)> _known = [];
    private int _count;

    internal void Add(AppendBatch.Entry entry, int append, EventRegistry registry, ResidentKeys keys)
    {
        var key = entry.Resident is { } resident ? keys.Of(new Resident(entry.Stream.Tenant, resident)) : null;
        var version = entry.Expected;
        foreach (var data in entry.Events)
        {
            var (place, type) = TypeOf(data.GetType(), registry);
            _appends[_count] = append;
            _versions[_count] = ++version;
            _ids[_count] = Guid.NewGuid();
            _types[_count] = place;
            _bodies[_count] = type.Write(data, key);
            _count++;
        }
    }

    internal void AddTo(NpgsqlBatchCommand command)
    {
        AppendBatch.Add(command, NpgsqlDbType.Integer, _appends);
        AppendBatch.Add(command, NpgsqlDbType.Bigint, _versions);
        AppendBatch.Add(command, NpgsqlDbType.Uuid, _ids);
        AppendBatch.Add(command, NpgsqlDbType.Integer, _types);
        AppendBatch.Add(command, NpgsqlDbType.Jsonb, _bodies);
        AppendBatch.Add(command, NpgsqlDbType.Text, [.. _known.Values.Select(known => known.Type.Alias)]);
        AppendBatch.Add(command, NpgsqlDbType.Text, [.. _known.Values.Select(known => known.Type.DotnetName)]);
    }

    private (int Place, EventType Type) TypeOf(Type type, EventRegistry registry)
    {
        if (!_known.TryGetValue(type, out var known))
        {
            known = (_known.Count + 1, registry.Find(type));
            _known.Add(type, known);
        }
        return known;
    }
}
