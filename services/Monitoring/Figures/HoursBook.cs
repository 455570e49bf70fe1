using System.Collections.Concurrent;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Figures;

/// <summary>
/// Which opening hours held when, from the releases in the log. Of the releases only those count in which a file with hours or with choices
/// changed: the others leave the hours as they are.
/// </summary>
internal sealed class HoursBook(EventStore.EventStore store, Rulebook rulebook)
{
    private const string Webcare = "webcare";

    private const string Releases = """
        select e.tenant_id, (e.data ->> 'Number')::int, (e.data ->> 'At')::timestamptz,
            (select md5(coalesce(string_agg(f.key || f.value, '' order by f.key), '')) from jsonb_each_text(e.data -> 'Files') f
                where f.value ~ '(^|\n)(hours|adoption|layer):')
        from unnest($1::varchar[]) as l (layer)
        join events.mt_events e on e.tenant_id = l.layer and e.stream_id = 'blueprint-' || l.layer and e.type = 'release_published'
        order by e.tenant_id, e.version
        """;

    private readonly ConcurrentDictionary<string, (long Epoch, string Key, HoursThen Hours)> _known = new(StringComparer.Ordinal);
    private IReadOnlyList<Published> _published = [];
    private long _epoch = -1;

    /// <summary>Of one municipality, up to now.</summary>
    internal async Task<HoursThen> OfAsync(string municipality, CancellationToken ct)
    {
        await rulebook.NowAsync(municipality, ct);
        if (_known.TryGetValue(municipality, out var kept) && kept.Epoch == rulebook.Last!.Epoch.Number)
        {
            return kept.Hours;
        }

        await using var session = await store.OpenAsync([municipality, Blueprint.National], null, ct);
        var edition = await rulebook.AtAsync(session, ct);
        if (edition.Epoch.Number != _epoch)
        {
            (_published, _epoch) = (await ReadAsync(edition, ct), edition.Epoch.Number);
        }

        var layers = edition.Blueprint.LayersOf(municipality);
        var own = _published.Where(release => layers.Contains(release.Layer)).ToList();
        var key = string.Join('|', own.Select(release => $"{release.Layer}:{release.Number}"));
        if (_known.TryGetValue(municipality, out var known) && known.Key == key)
        {
            _known[municipality] = known with { Epoch = edition.Epoch.Number };
            return known.Hours;
        }

        var hours = await ComposeAsync(session, municipality, own, ct);
        _known[municipality] = (edition.Epoch.Number, key, hours);
        return hours;
    }

    private async Task<HoursThen> ComposeAsync(
        EventSession session,
        string municipality,
        IReadOnlyList<Published> own,
        CancellationToken ct
    )
    {
        var stretches = new List<(DateTimeOffset, OpeningHours)>();
        // A layer that has no release yet is named with none, so that what holds now is not taken for what held then.
        var held = own.Select(release => release.Layer).Distinct().ToDictionary(layer => layer, _ => 0);
        var prints = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var release in own)
        {
            held[release.Layer] = release.Number;
            var changed = prints.GetValueOrDefault(release.Layer) != release.Print;
            prints[release.Layer] = release.Print;
            // Before the national layer there is no blueprint.
            if (changed && held.GetValueOrDefault(Blueprint.National) > 0)
            {
                var then = await rulebook.AsOfAsync(session, new Dictionary<string, int>(held), ct);
                stretches.Add((release.At, HoursIn(then.Blueprint.For(municipality))));
            }
        }

        return new(
            stretches.Count > 0
                ? stretches
                : [(DateTimeOffset.MinValue, (await rulebook.NowAsync(municipality, ct)).Blueprint.Hours["always"])]
        );
    }

    private static OpeningHours HoursIn(EffectiveBlueprint blueprint) =>
        blueprint.Hours.GetValueOrDefault(Webcare) ?? blueprint.Hours["always"];

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

    /// <param name="Print">Of the files that can say something about hours.</param>
    private sealed record Published(string Layer, int Number, DateTimeOffset At, string Print);
}
