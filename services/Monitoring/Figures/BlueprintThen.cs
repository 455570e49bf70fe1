using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Figures;

/// <summary>The blueprint as it was at a moment: what a figure counted, which municipalities a region had, what things were called.</summary>
internal sealed class BlueprintThen(EventStore.EventStore store, Rulebook rulebook, ReleaseTimes times)
{
    /// <param name="at">Null: now.</param>
    internal async Task<Blueprint> AtAsync(DateTimeOffset? at, CancellationToken ct)
    {
        await rulebook.NowAsync(Blueprint.National, ct);
        var now = rulebook.Last!;
        if (at is not { } moment)
        {
            return now.Blueprint;
        }

        // A layer that has no release yet is named with none, so that what holds now is not taken for what held then.
        var held = now.Epoch.Releases.Keys.ToDictionary(layer => layer, _ => 0);
        foreach (var release in (await times.OfAsync(now, ct)).Where(release => release.At <= moment))
        {
            held[release.Layer] = Math.Max(held[release.Layer], release.Number);
        }

        // Before the national layer there is no blueprint.
        if (held.GetValueOrDefault(Blueprint.National) == 0)
        {
            return now.Blueprint;
        }

        await using var session = await store.OpenAsync([.. held.Keys], null, ct);
        return (await rulebook.AsOfAsync(session, held, ct)).Blueprint;
    }
}
