using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Rulebooks;

/// <summary>Releases by layer and number: those the last edition had, the others from the log, each stream read once.</summary>
internal sealed class ReleaseShelf(EventSession session, IEnumerable<LayerFiles> known)
{
    private readonly Dictionary<LayerRelease, LayerFiles> _held = known.ToDictionary(Name);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>These releases, by layer; one that the log does not hold is left out.</summary>
    public async Task<IReadOnlyList<LayerFiles>> TakeAsync(IEnumerable<LayerRelease> wanted, CancellationToken ct)
    {
        var all = wanted.ToList();
        var layers = all.Where(release => !_held.ContainsKey(release)).Select(release => release.Layer).Where(_read.Add).ToList();
        if (layers.Count > 0)
        {
            foreach (
                var release in (await session.ReadLayersAsync(layers, ct)).Values.SelectMany(events => events).Select(each => each.Data)
            )
            {
                if (release is ReleasePublished published)
                {
                    var files = new LayerFiles(published.Layer, published.Files, published.Number, published.At);
                    _held.TryAdd(Name(files), files);
                }
            }
        }
        return
        [
            .. all.Select(release => _held.GetValueOrDefault(release))
                .OfType<LayerFiles>()
                .OrderBy(files => files.Code, StringComparer.Ordinal),
        ];
    }

    private static LayerRelease Name(LayerFiles files) => new(files.Code, files.Release ?? 0);
}
