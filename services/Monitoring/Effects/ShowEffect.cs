using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Effects;

/// <summary><c>GET /api/v1/figures/effect</c>: what was measured before and after a release.</summary>
internal static class ShowEffect
{
    private const int UsualWeeks = 4;
    private const int MostWeeks = 12;

    internal static readonly IReadOnlyList<string> Readers = ["editor", .. Scopes.Readers];

    internal static async Task<Results<Ok<ReleaseEffect>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Services services,
        CancellationToken ct
    )
    {
        if (asked.Weeks is < 1 or > MostWeeks)
        {
            return ShowFigures.Wrong($"Kies 1 tot en met {MostWeeks} weken.");
        }

        var blueprint = await services.BlueprintAsync(caller, ct);
        return
            blueprint.LayersOf(caller.Home).Contains(asked.Layer)
            && await services.PlaceAsync(caller, asked.Layer, ct) is { } place
            && await services.Releases.FindAsync(asked.Layer, asked.Release, ct) is { } release
            ? TypedResults.Ok(await services.MeasureAsync(blueprint, asked, place, release, ct))
            : TypedResults.NotFound();
    }

    /// <param name="Weeks">Without it four.</param>
    internal readonly record struct Asked(string Layer, int Release, int? Weeks);

    /// <summary>What it is made with.</summary>
    internal sealed record Services(ReleasesThen Releases, Gathering Gathering, Offices Offices, Rulebook Rulebook, TimeProvider Time)
    {
        internal async Task<Blueprint> BlueprintAsync(Caller caller, CancellationToken ct)
        {
            await Rulebook.NowAsync(caller.Home, ct);
            return Rulebook.Last!.Blueprint;
        }

        /// <summary>
        /// Where it is measured; null when the caller reads no figures. The nation is for all. A region is for its coordinators: anybody else
        /// could take it from the nation or from another region that it shares all but one with, and sees the own municipality.
        /// </summary>
        internal async Task<string?> PlaceAsync(Caller caller, string layer, CancellationToken ct) =>
            layer == Blueprint.National || (await Offices.HeldAsync(caller, [layer], Office.Coordinator, ct)).Count > 0 ? layer
            : caller.Roles.Any(Readers.Contains) ? caller.Home
            : null;

        internal async Task<ReleaseEffect> MeasureAsync(
            Blueprint blueprint,
            Asked asked,
            string place,
            ReleasesThen.Pair release,
            CancellationToken ct
        )
        {
            var held = blueprint.For(asked.Layer);
            var topics = TouchedTopics.Of(release.Before, release.After, held);
            // Whole weeks: as many Mondays on each side, and nothing follows from two releases of the same week. Their own week is neither.
            var monday = Local.Monday(release.At);
            var passed = (Local.Day(Time.GetUtcNow()).DayNumber - monday.AddDays(7).DayNumber) / 7;
            var weeks = Math.Clamp(passed, 0, asked.Weeks ?? UsualWeeks);
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
        private async Task<IReadOnlyList<Counted>> CountAsync(
            string place,
            (DateOnly From, DateOnly Until) stretch,
            CancellationToken ct
        ) =>
            stretch.From == stretch.Until
                ? []
                : await Gathering.OfAsync(place, new(Local.Utc(stretch.From), Local.Utc(stretch.Until), Local.Utc(stretch.Until)), 0, ct);
    }
}
