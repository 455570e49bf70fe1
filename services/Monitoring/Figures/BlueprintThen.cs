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

        var held = (await times.OfAsync(now, ct))
            .Where(release => release.At <= moment)
            .GroupBy(release => release.Layer)
            .ToDictionary(layer => layer.Key, layer => layer.Max(release => release.Number));
        // Before the national layer there is no blueprint.
        if (!held.ContainsKey(Blueprint.National))
        {
            return now.Blueprint;
        }

        await using var session = await store.OpenAsync([.. held.Keys], null, ct);
        return
            held.Count == now.Epoch.Releases.Count
            && held.All(release => now.Epoch.Releases.GetValueOrDefault(release.Key) == release.Value)
            ? now.Blueprint
            : (await rulebook.AsOfAsync(session, held, ct)).Blueprint;
    }
}
