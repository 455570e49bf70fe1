using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Rulebooks;

/// <summary>Releases by layer and number: those the last edition had, the others from the log, each stream read once.</summary>
internal sealed class ReleaseShelf(EventSession session, IEnumerable<Release> known)
{
    private readonly Dictionary<LayerRelease, Release> _held = known.ToDictionary(release => release.Name);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>These releases, by layer and number; one that the log does not hold is left out.</summary>
    public async Task<IReadOnlyList<Release>> TakeAsync(IEnumerable<LayerRelease> wanted, CancellationToken ct)
    {
        var all = wanted.ToList();
        var layers = all.Where(release => !_held.ContainsKey(release)).Select(release => release.Layer).Where(_read.Add).ToList();
        if (layers.Count > 0)
        {
            var streams = await session.ReadLayersAsync(layers, ct);
            foreach (var published in streams.Values.SelectMany(events => events).Select(each => each.Data).OfType<ReleasePublished>())
            {
                var release = new Release(published);
                _held.TryAdd(release.Name, release);
            }
        }
        return
        [
            .. all.Select(release => _held.GetValueOrDefault(release))
                .OfType<Release>()
                .OrderBy(release => release.Published.Layer, StringComparer.Ordinal)
                .ThenBy(release => release.Published.Number),
        ];
    }
}
