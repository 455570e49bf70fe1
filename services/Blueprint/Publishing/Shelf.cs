using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>The layers that are in force, with what was published of each before.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly EventSession _session;
    private readonly Dictionary<string, Loaded<Layer>> _layers;

    private Shelf(EventSession session, Dictionary<string, Loaded<Layer>> layers)
    {
        _session = session;
        _layers = layers;
    }

    /// <summary>For what is written in the same transaction as the releases.</summary>
    internal EventSession Session => _session;

    internal IEnumerable<Layer> Layers => _layers.Values.Where(layer => layer.Version > 0).Select(layer => layer.State);

    internal IEnumerable<LayerFiles> InForce => Layers.Select(layer => Files(layer.Last!));

    /// <summary>What was published before what is in force; choices may lean on it.</summary>
    internal IEnumerable<LayerFiles> Earlier => Layers.SelectMany(layer => layer.Releases.SkipLast(1)).Select(Files);

    internal Layer this[string code] => _layers[code].State;

    /// <summary>Opens every layer of the epoch, and those named besides. The session touches only these.</summary>
    internal static async Task<Shelf> OpenAsync(EventStore.EventStore store, IEnumerable<string> besides, CancellationToken ct)
    {
        var epoch = await EpochAsync(store, ct);
        return await OpenOnlyAsync(store, [.. epoch.Releases.Keys.Union(besides)], ct);
    }

    /// <summary>Opens the layers named and nothing else.</summary>
    internal static async Task<Shelf> OpenOnlyAsync(EventStore.EventStore store, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var session = await store.OpenAsync(codes, null, ct);
        var streams = await session.ReadManyAsync([.. codes.Select(StreamKey.OfLayer)], ct);
        return new(session, codes.ToDictionary(code => code, code => Load(streams.GetValueOrDefault(StreamKey.OfLayer(code), []))));
    }

    internal static async Task<Epoch> EpochAsync(EventStore.EventStore store, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([], null, ct);
        return await session.ReadEpochAsync(ct);
    }

    /// <summary>Appends the releases and puts them in force, in one transaction and one epoch.</summary>
    internal Task CommitAsync(IReadOnlyList<ReleasePublished> releases, CancellationToken ct)
    {
        foreach (var release in releases)
        {
            _session.Append(StreamKey.OfLayer(release.Layer), _layers[release.Layer].Version, [release]);
            _session.RaiseEpoch(release.Layer, release.Number);
        }

        return _session.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static LayerFiles Files(ReleasePublished release) => new(release.Layer, release.Files, release.Number, release.At);

    private static Loaded<Layer> Load(IReadOnlyList<RecordedEvent> events) =>
        new(events.Aggregate(Layer.None, Layer.Evolve), events.Count == 0 ? 0 : events[^1].Version);
}
