using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Effects;

/// <summary>Measures the weeks before and after a release. They are over: what was measured is kept for ten minutes, whoever looks.</summary>
internal sealed class Measuring(Gathering gathering, TimeProvider time)
{
    private const int UsualWeeks = 4;
    private const int MostKept = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string, int, string, int), (DateTimeOffset Made, ReleaseEffect Effect)> _kept = new();

    /// <param name="place">Where it is measured: a municipality, a region or the nation.</param>
    internal async Task<ReleaseEffect> OfAsync(
        Blueprint blueprint,
        ShowEffect.Asked asked,
        string place,
        ReleasesThen.Pair release,
        CancellationToken ct
    )
    {
        // Whole weeks: as many Mondays on each side, and nothing follows from two releases of the same week. Their own week is neither.
        var (monday, now) = (Local.Monday(release.At), time.GetUtcNow());
        var passed = (Local.Day(now).DayNumber - monday.AddDays(7).DayNumber) / 7;
        var weeks = Math.Clamp(passed, 0, asked.Weeks ?? UsualWeeks);
        var key = (asked.Layer, asked.Release, place, weeks);
        if (_kept.TryGetValue(key, out var known) && known.Made + Kept > now && known.Made <= now)
        {
            return known.Effect;
        }

        var effect = await MeasureAsync(blueprint, asked, release, (place, monday, weeks), ct);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[key] = (now, effect);
        return effect;
    }

    private async Task<ReleaseEffect> MeasureAsync(
        Blueprint blueprint,
        ShowEffect.Asked asked,
        ReleasesThen.Pair release,
        (string Place, DateOnly Monday, int Weeks) span,
        CancellationToken ct
    )
    {
        var (place, monday, weeks) = span;
        var held = blueprint.For(asked.Layer);
        var topics = TouchedTopics.Of(release.Before, release.After, held);
        var before = await CountAsync(place, (monday.AddDays(-7 * weeks), monday), ct);
        var after = await CountAsync(place, (monday.AddDays(7), monday.AddDays(7 + (7 * weeks))), ct);
        bool About(Counted one) => one.Facts.Topic is { } topic && topics.Contains(topic);
        var shared = !place.StartsWith("GM", StringComparison.Ordinal);
        var effect = new Effect([.. before.Where(About)], [.. after.Where(About)], shared);
        IReadOnlyList<TopicName> names = [.. topics.Select(topic => new TopicName(topic, held.Topic(topic)!.Title, false))];
        var (was, now) = (effect.Told(effect.Before), effect.Told(effect.After));
        return new(
            asked.Layer,
            asked.Release,
            release.At,
            weeks,
            names,
            was,
            now,
            effect.Told(before),
            effect.Told(after),
            weeks == 0 || topics.Count == 0 ? [] : effect.Figures(Definitions.In(held)),
            EffectInWords.Of((asked.Release, Scopes.TitleOf(blueprint, place)), weeks, names, (was, now), effect.Telling),
            effect.Telling
        );
    }

    /// <summary>As known at its end, so that the earlier side has had no more time than the later one.</summary>
    private async Task<IReadOnlyList<Counted>> CountAsync(string place, (DateOnly From, DateOnly Until) stretch, CancellationToken ct) =>
        stretch.From == stretch.Until
            ? []
            : await gathering.OfAsync(place, new(Local.Utc(stretch.From), Local.Utc(stretch.Until), Local.Utc(stretch.Until)), 0, ct);
}
