using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>Reads events and opens their personal text. One key is held at a time: the events of a stream share theirs.</summary>
internal sealed class EventReader(EventRegistry registry, Vault vault)
{
    /// <summary>
    /// What a query must select from <c>events.mt_events e</c>. The key is looked up per row and not joined: a join may end in reading all keys.
    /// </summary>
    internal const string Columns = """
        e.seq_id, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data, e.timestamp, e.correlation_id, e.causation_id,
        (e.headers ->> 'resident')::uuid,
        (select k.wrapped from events.resident_keys k where k.tenant_id = e.tenant_id and k.resident_id = (e.headers ->> 'resident')::uuid)
        """;

    /// <summary>The same without keys: personal text stays sealed and reads as null.</summary>
    internal const string SealedColumns = """
        e.seq_id, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data, e.timestamp, e.correlation_id, e.causation_id,
        (e.headers ->> 'resident')::uuid, null::bytea
        """;

    internal async IAsyncEnumerable<RecordedEvent> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken ct)
    {
        using var held = new HeldKey(vault);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return Read(reader, held);
        }
    }

    /// <summary>Whole streams, one after the other.</summary>
    internal static NpgsqlCommand Query(NpgsqlConnection connection, IReadOnlyCollection<StreamKey> streams)
    {
        const string text = $"""
            select {Columns}
            from unnest($1, $2) as n (tenant, key)
            join events.mt_events e on e.tenant_id = n.tenant and e.stream_id = n.key
            order by e.tenant_id, e.stream_id, e.version
            """;
        var command = new NpgsqlCommand(text, connection);
        command.Parameters.Add(Texts([.. streams.Select(stream => stream.Tenant)]));
        command.Parameters.Add(Texts([.. streams.Select(stream => stream.Key)]));
        return command;
    }

    private static NpgsqlParameter<string[]> Texts(string[] values) =>
        new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private RecordedEvent Read(NpgsqlDataReader row, HeldKey held)
    {
        var sequence = row.GetInt64(0);
        var stream = new StreamKey(row.GetString(2), row.GetString(3));
        Guid? resident = row.IsDBNull(10) ? null : row.GetGuid(10);
        var key = resident is { } id && !row.IsDBNull(11) ? held.Of(new Resident(stream.Tenant, id), row.GetFieldValue<byte[]>(11)) : null;
        return new RecordedEvent(
            sequence,
            row.GetGuid(1),
            stream,
            row.GetInt64(4),
            registry.Read(row.GetString(5), row.GetFieldValue<byte[]>(6), key, sequence),
            row.GetFieldValue<DateTimeOffset>(7),
            resident,
            row.IsDBNull(8) ? null : row.GetString(8),
            row.IsDBNull(9) ? null : row.GetString(9)
        );
    }

    private sealed class HeldKey(Vault vault) : IDisposable
    {
        private Resident _resident;
        private ResidentKey? _key;

        internal ResidentKey Of(Resident resident, byte[] wrapped)
        {
            if (_key is null || _resident != resident)
            {
                _key?.Dispose();
                _key = vault.Unwrap(resident, wrapped);
                _resident = resident;
            }
            return _key;
        }

        public void Dispose() => _key?.Dispose();
    }
}
