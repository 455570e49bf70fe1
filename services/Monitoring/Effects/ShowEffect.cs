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

    // Somebody comes back so many days after the end of their question, which itself may last.
    private const int Ahead = 45;

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
        // Whoever reads the proposals of a shared layer works in one of its municipalities; of the own one alone it is figures.
        return
            (asked.Layer != caller.Home || caller.Roles.Any(Readers.Contains))
            && blueprint.LayersOf(caller.Home).Contains(asked.Layer)
            && await services.Releases.FindAsync(asked.Layer, asked.Release, ct) is { } release
            ? TypedResults.Ok(await services.MeasureAsync(blueprint, asked, release, ct))
            : TypedResults.NotFound();
    }

    /// <param name="Weeks">Without it four.</param>
    internal readonly record struct Asked(string Layer, int Release, int? Weeks);

    /// <summary>What it is made with.</summary>
    internal sealed record Services(ReleasesThen Releases, Gathering Gathering, Rulebook Rulebook, TimeProvider Time)
    {
        internal async Task<Blueprint> BlueprintAsync(Caller caller, CancellationToken ct)
        {
            await Rulebook.NowAsync(caller.Home, ct);
            return Rulebook.Last!.Blueprint;
        }

        internal async Task<ReleaseEffect> MeasureAsync(Blueprint blueprint, Asked asked, ReleasesThen.Pair release, CancellationToken ct)
        {
            var held = blueprint.For(asked.Layer);
            var topics = TouchedTopics.Of(release.Before, release.After, held);
            // Whole weeks: as many Mondays on each side, and nothing follows from two releases of the same week. Their own week is neither.
            var monday = Local.Monday(release.At);
            var passed = (Local.Day(Time.GetUtcNow()).DayNumber - monday.AddDays(7).DayNumber) / 7;
            var weeks = Math.Clamp(passed, 0, asked.Weeks ?? UsualWeeks);
            var municipalities = Scopes.Municipalities(blueprint, asked.Layer);
            var before = await CountAsync(municipalities, (monday.AddDays(-7 * weeks), monday), ct);
            var after = await CountAsync(municipalities, (monday.AddDays(7), monday.AddDays(7 + (7 * weeks))), ct);
            bool About(Counted one) => one.Facts.Topic is { } topic && topics.Contains(topic);
            var shared = !asked.Layer.StartsWith("GM", StringComparison.Ordinal);
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
                EffectInWords.Of(asked.Release, weeks, names, (was, now), effect.Telling),
                effect.Telling
            );
        }

        /// <summary>As known at its end, so that the earlier side has had no more time than the later one.</summary>
        private async Task<IReadOnlyList<Counted>> CountAsync(
            IReadOnlyList<string> municipalities,
            (DateOnly From, DateOnly Until) stretch,
            CancellationToken ct
        ) =>
            stretch.From == stretch.Until
                ? []
                : await Gathering.OfAsync(
                    municipalities,
                    new(Local.Utc(stretch.From), Local.Utc(stretch.Until), Local.Utc(stretch.Until)),
                    Ahead,
                    ct
                );
    }
}
