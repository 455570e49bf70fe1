using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Reading;

/// <summary>The edition in force, kept in memory: a request reads the epoch row and, when it has moved on, only the layers that changed.</summary>
internal sealed class Bookcase(EventStore.EventStore store) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private volatile Edition _edition = Edition.Empty;

    internal async Task<Edition> NowAsync(CancellationToken ct)
    {
        var epoch = await Shelf.EpochAsync(store, ct);
        if (_edition.Epoch.Number >= epoch.Number)
        {
            return _edition;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (_edition.Epoch.Number < epoch.Number)
            {
                _edition = await LoadAsync(epoch, _edition, ct);
            }

            return _edition;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Edition> LoadAsync(Epoch epoch, Edition known, CancellationToken ct)
    {
        var changed = epoch.Releases.Where(each => known.Newest(each.Key)?.Number != each.Value).Select(each => each.Key).ToList();
        await using var shelf = await Shelf.OpenOnlyAsync(store, changed, ct);
        var layers = known.Layers.ToDictionary();
        foreach (var layer in shelf.Layers)
        {
            // A release that came after the epoch was read is for the next time.
            layers[layer.Code] = layer with
            {
                Releases = [.. layer.Releases.Where(release => release.Number <= epoch.Releases[layer.Code])],
            };
        }

        // The same object as before need not be parsed again.
        var kept = known.Releases.ToDictionary(each => (each.Code, each.Release));
        var releases = layers
            .Values.SelectMany(layer =>
                layer.Releases.Select(release => kept.GetValueOrDefault((layer.Code, release.Number)) ?? Files(release))
            )
            .OrderBy(each => each.Code, StringComparer.Ordinal)
            .ToList();
        var newest = releases.Where(each => each.Release == layers[each.Code].Last!.Number).ToList();
        return new Edition(epoch, layers, releases, Rules.Blueprint.Read(newest, known.Blueprint, [.. releases.Except(newest)]));
    }

    private static LayerFiles Files(ReleasePublished release) => new(release.Layer, release.Files, release.Number, release.At);
}
