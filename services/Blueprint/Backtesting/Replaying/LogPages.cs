using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>
/// Reads a stretch of the log in pages, each in a short transaction behind the wall of its tenants. The database picks out what a decision needs,
/// which costs it less than writing out whole events.
/// </summary>
internal sealed class LogPages(Database database, IReadOnlyCollection<string> tenants)
{
    /// <summary>Sequence numbers in a page, whoever they belong to.</summary>
    internal const int Size = 16_000;

    private const string Query = """
        select e.seq_id, e.tenant_id, e.stream_id, e.version, e.type, (e.headers ->> 'resident')::uuid,
            case e.type when 'message_received' then (
                select k.wrapped from events.resident_keys k
                where k.tenant_id = e.tenant_id and k.resident_id = (e.headers ->> 'resident')::uuid) end,
            case e.type when 'message_received' then e.data ->> 'Text' end,
            case e.type when 'question_recognised' then e.data -> 'Facts' end,
            case e.type when 'question_recognised' then jsonb_path_query_array(e.data, '$.Trace[*].Set') end,
            case when e.type <> 'message_received' then e.data ->> 'At' end
        from events.mt_events e
        where e.seq_id > $1 and e.seq_id <= $2
            and (e.type in ('message_received', 'question_recognised', 'echo_seen')
                or (e.type = 'resolved' and e.data #>> '{By,Id}' <> 'system')
                or (e.type = 'reply_requested' and e.data ->> 'Automatic' = 'false'))
        order by e.seq_id
        """;

    /// <summary>The rows of interest from behind <paramref name="after"/>, at most <see cref="Size"/> numbers on.</summary>
    internal async Task<List<Recorded>> ReadAsync(long after, long last, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync(tenants, ct);
        await using var command = new NpgsqlCommand(Query, transaction.Connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = Math.Min(after + Size, last) },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Recorded>(Size / 2);
        while (await row.ReadAsync(ct))
        {
            if (Read(row) is { } recorded)
            {
                rows.Add(recorded);
            }
        }

        return rows;
    }

    private static Recorded? Read(NpgsqlDataReader row)
    {
        var stream = row.GetString(2);
        var dash = stream.IndexOf('-', StringComparison.Ordinal);
        return Guid.TryParse(stream.AsSpan(dash + 1), out var conversation)
            ? new Recorded(
                row.GetInt64(0),
                row.GetString(1),
                conversation,
                row.GetInt64(3),
                KindOf(row.GetString(4)),
                row.IsDBNull(5) ? null : row.GetGuid(5),
                Bytes(row, 6),
                Bytes(row, 7),
                Bytes(row, 8),
                Bytes(row, 9),
                row.IsDBNull(10) ? null : row.GetString(10)
            )
            : null;
    }

    private static RecordedKind KindOf(string type) =>
        type switch
        {
            "message_received" => RecordedKind.Message,
            "question_recognised" => RecordedKind.Decision,
            _ => RecordedKind.Answer,
        };

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
