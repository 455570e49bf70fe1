using Npgsql;
using WebcareHub.Rulebooks;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Which release of a layer was published when, from the log; read again when a release came into force.</summary>
internal sealed class ReleaseTimes(EventStore.EventStore store)
{
    private const string Releases = """
        select e.tenant_id, (e.data ->> 'Number')::int, (e.data ->> 'At')::timestamptz,
            (select md5(coalesce(string_agg(f.key || f.value, '' order by f.key), '')) from jsonb_each_text(e.data -> 'Files') f
                where f.value ~ '(^|\n)(hours|adoption|layer):')
        from unnest($1::varchar[]) as l (layer)
        join events.mt_events e on e.tenant_id = l.layer and e.stream_id = 'blueprint-' || l.layer and e.type = 'release_published'
        order by e.tenant_id, e.version
        """;

    private volatile Known _known = new(-1, []);

    /// <summary>All that the edition names and those before them, in order of time.</summary>
    internal async Task<IReadOnlyList<Published>> OfAsync(Edition edition, CancellationToken ct)
    {
        if (_known is { } known && known.Epoch == edition.Epoch.Number)
        {
            return known.Releases;
        }

        _known = new(edition.Epoch.Number, await ReadAsync(edition, ct));
        return _known.Releases;
    }

    private async Task<IReadOnlyList<Published>> ReadAsync(Edition edition, CancellationToken ct)
    {
        var layers = edition.Epoch.Releases.Keys.ToArray();
        await using var session = await store.OpenAsync(layers, null, ct);
        await using var command = new NpgsqlCommand(Releases, session.Connection) { Parameters = { new() { Value = layers } } };
        var published = new List<Published>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            published.Add(new(row.GetString(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3)));
        }

        return [.. published.OrderBy(release => release.At).ThenBy(release => release.Number)];
    }

    private sealed record Known(long Epoch, IReadOnlyList<Published> Releases);

    /// <param name="Print">Of the files that can say something about hours.</param>
    internal sealed record Published(string Layer, int Number, DateTimeOffset At, string Print);
}
