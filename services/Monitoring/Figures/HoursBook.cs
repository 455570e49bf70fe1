using System.Collections.Concurrent;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Figures;

/// <summary>
/// Which opening hours held when, from the releases in the log. Of the releases only those count in which a file with hours or with choices
/// changed: the others leave the hours as they are.
/// </summary>
internal sealed class HoursBook(EventStore.EventStore store, Rulebook rulebook, ReleaseTimes times)
{
    private const string Webcare = "webcare";

    private readonly ConcurrentDictionary<string, (long Epoch, string Key, HoursThen Hours)> _known = new(StringComparer.Ordinal);

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
        var layers = edition.Blueprint.LayersOf(municipality);
        var own = (await times.OfAsync(edition, ct)).Where(release => layers.Contains(release.Layer)).ToList();
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
        IReadOnlyList<ReleaseTimes.Published> own,
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
}
