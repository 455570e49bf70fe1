using System.Text.Json;
using Npgsql;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Effects;

/// <summary>A release with the one before it, as the log has them.</summary>
internal sealed class ReleasesThen(EventStore.EventStore store)
{
    private const string Sql = """
        select (e.data ->> 'Number')::int, (e.data ->> 'At')::timestamptz, (e.data -> 'Files')::text from events.mt_events e
        where e.tenant_id = $1 and e.stream_id = 'blueprint-' || $1 and e.type = 'release_published'
            and (e.data ->> 'Number')::int in ($2, $2 - 1)
        """;

    /// <summary>Null when there is no such release.</summary>
    internal async Task<Pair?> FindAsync(string layer, int number, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([layer], null, ct);
        await using var command = new NpgsqlCommand(Sql, session.Connection)
        {
            Parameters =
            {
                new() { Value = layer },
                new() { Value = number },
            },
        };
        var found = new Dictionary<int, (DateTimeOffset At, LayerFiles Files)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var files = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(2))!;
            found[row.GetInt32(0)] = (row.GetFieldValue<DateTimeOffset>(1), new(layer, files));
        }

        return found.TryGetValue(number, out var release)
            ? new(
                release.At,
                found.TryGetValue(number - 1, out var before) ? before.Files : new(layer, new Dictionary<string, string>()),
                release.Files
            )
            : null;
    }

    internal sealed record Pair(DateTimeOffset At, LayerFiles Before, LayerFiles After);
}
