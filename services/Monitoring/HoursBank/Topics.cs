using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>What questions were about when they were taken, from the log; words of residents are not read.</summary>
internal static class Topics
{
    private const string Last = """
        select t.sequence, e.data ->> 'Topic'
        from unnest($1::varchar[], $2::varchar[], $3::bigint[], $4::bigint[]) as t (tenant, stream, version, sequence)
        join lateral (
            select p.data from events.mt_events p
            where p.tenant_id = t.tenant and p.stream_id = t.stream and p.version < t.version
                and p.type in ('question_recognised', 'topic_corrected') and p.data ->> 'Topic' is not null
            order by p.version desc limit 1
        ) e on true
        """;

    /// <summary>By the place in the log of the event that took it; those without a topic are absent.</summary>
    internal static async Task<IReadOnlyDictionary<long, string>> OfAsync(
        NpgsqlConnection connection,
        IReadOnlyList<RecordedEvent> taken,
        CancellationToken ct
    )
    {
        var topics = new Dictionary<long, string>();
        if (taken.Count == 0)
        {
            return topics;
        }

        await using var command = new NpgsqlCommand(Last, connection)
        {
            Parameters =
            {
                new() { Value = taken.Select(recorded => recorded.Stream.Tenant).ToArray() },
                new() { Value = taken.Select(recorded => recorded.Stream.Key).ToArray() },
                new() { Value = taken.Select(recorded => recorded.Version).ToArray() },
                new() { Value = taken.Select(recorded => recorded.Sequence).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            topics[row.GetInt64(0)] = row.GetString(1);
        }

        return topics;
    }
}
