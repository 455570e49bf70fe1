using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Reading;

/// <summary>All layers as they are in force at one epoch, with what was published of each before. Holds every municipality's layer: show a caller only the own one.</summary>
internal sealed record Edition(
    Epoch Epoch,
    IReadOnlyDictionary<string, Layer> Layers,
    IReadOnlyList<LayerFiles> Releases,
    Rules.Blueprint Blueprint
)
{
    internal static readonly Edition Empty = new(
        new Epoch(-1, new Dictionary<string, int>()),
        new Dictionary<string, Layer>(),
        [],
        Rules.Blueprint.Read([])
    );

    /// <summary>The newest release of a layer; null when it was never published.</summary>
    internal ReleasePublished? Newest(string layer) => Layers.GetValueOrDefault(layer)?.Last;

    /// <summary>The files of the newest release of a layer; none when it was never published.</summary>
    internal IReadOnlyDictionary<string, string> Files(string layer) => Newest(layer)?.Files ?? new Dictionary<string, string>();

    /// <summary>Whether a municipality lets others read its own entries and take them over.</summary>
    internal bool Shares(string municipality) =>
        Blueprint.Layers.FirstOrDefault(layer => layer.Code == municipality)?.Adoption.SharesEntries ?? false;

    /// <summary>The layers above one and itself, national first.</summary>
    internal IReadOnlyList<string> ChainOf(string layer) =>
        layer == LayerCode.National ? [layer]
        : LayerCode.IsMunicipality(layer) ? Blueprint.LayersOf(layer)
        : [LayerCode.National, layer];

    /// <summary>A layer within a Dutch sentence.</summary>
    internal string NameOf(string layer) =>
        layer == LayerCode.National ? "landelijk"
        : LayerCode.IsMunicipality(layer) ? $"gemeente {Blueprint.For(layer).Voice.Name}"
        : Title(layer) is { Length: > 0 } title ? char.ToLowerInvariant(title[0]) + title[1..]
        : LayerCode.InWords(layer);

    /// <summary>Where an entry was copied from, within a Dutch sentence: the name of a layer or a municipality, or as it was written.</summary>
    internal string? OriginName(string? origin) =>
        origin == LayerCode.National
        || Blueprint.Layers.Any(layer => layer.Code == origin)
        || Blueprint.Register.Any(town => town.Code == origin)
            ? NameOf(origin!)
            : origin;

    /// <summary>The blueprint with these files as the next release of a layer. Who chose otherwise keeps what was chosen.</summary>
    internal Rules.Blueprint With(string layer, IReadOnlyDictionary<string, string> files) =>
        Read(Next(layer, files), Releases.Where(release => release.Code == layer || !IsNewest(release)));

    /// <summary>The blueprint as if these files had been taken over by everyone, whatever was chosen about the layer.</summary>
    internal Rules.Blueprint AsIfHeld(string layer, IReadOnlyDictionary<string, string> files) =>
        Read(
            Next(layer, files),
            Releases
                .Where(release => release.Code == layer || !IsNewest(release))
                .Select(release => release.Code == layer ? release with { Files = files } : release)
        );

    private Rules.Blueprint Read(LayerFiles next, IEnumerable<LayerFiles> earlier)
    {
        var newest = Releases.Where(release => release.Code != next.Code && IsNewest(release)).Append(next);
        return Rules.Blueprint.Read([.. newest.OrderBy(each => each.Code, StringComparer.Ordinal)], Blueprint, [.. earlier]);
    }

    private LayerFiles Next(string layer, IReadOnlyDictionary<string, string> files) => new(layer, files, (Newest(layer)?.Number ?? 0) + 1);

    private bool IsNewest(LayerFiles release) => release.Release == Newest(release.Code)?.Number;

    private string? Title(string layer) => Blueprint.Layers.FirstOrDefault(each => each.Code == layer)?.Title;
}
