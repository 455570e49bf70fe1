using Npgsql;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>By which channel a conversation goes: its first event says so.</summary>
internal static class Channels
{
    private const string Of = """
        select e.stream_id, e.data ->> 'Channel' from unnest($1::varchar[], $2::varchar[]) as s (tenant, stream)
        join events.mt_events e on e.tenant_id = s.tenant and e.stream_id = s.stream and e.version = 1
        """;

    /// <summary>Of the conversations in this batch that somebody wrote in, by stream.</summary>
    /// <param name="wanted">Whether any message may count.</param>
    internal static async Task<IReadOnlyDictionary<string, string>> OfAsync(Portion batch, bool wanted, CancellationToken ct)
    {
        var streams = wanted
            ? batch.Events.Where(recorded => recorded.Data is MessageReceived).Select(recorded => recorded.Stream).Distinct().ToArray()
            : [];
        var channels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (streams.Length == 0)
            return channels;
        await using var command = new NpgsqlCommand(Of, batch.Connection)
        {
            Parameters =
            {
                new() { Value = streams.Select(stream => stream.Tenant).ToArray() },
                new() { Value = streams.Select(stream => stream.Key).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            if (!row.IsDBNull(1))
                channels[row.GetString(0)] = row.GetString(1);
        return channels;
    }
}
