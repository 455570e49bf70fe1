using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Reading;

/// <summary>All layers as they are in force at one epoch, with what was published of each before. Holds every municipality's layer: show a caller only the own one.</summary>
internal sealed class Edition(Rulebooks.Edition read)
{
    internal Rules.Blueprint Blueprint => read.Blueprint;

    internal IReadOnlyDictionary<string, Layer> Layers { get; } =
        read
            .Earlier.Concat(read.Newest)
            .Select(release => release.Published)
            .GroupBy(release => release.Layer)
            .ToDictionary(layer => layer.Key, layer => new Layer(layer.Key, [.. layer]));

    /// <summary>Every release there was, those in force last.</summary>
    internal IReadOnlyList<LayerFiles> Releases => [.. read.Earlier.Concat(read.Newest).Select(release => release.Files)];

    internal bool IsOf(Rulebooks.Edition other) => ReferenceEquals(read, other);

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
    internal Rules.Blueprint With(string layer, IReadOnlyDictionary<string, string> files) => Read(Next(layer, files), Before(layer));

    /// <summary>The blueprint as if these files had been taken over by everyone, whatever was chosen about the layer.</summary>
    internal Rules.Blueprint AsIfHeld(string layer, IReadOnlyDictionary<string, string> files) =>
        Read(Next(layer, files), Before(layer).Select(release => release.Code == layer ? release with { Files = files } : release));

    private Rules.Blueprint Read(LayerFiles next, IEnumerable<LayerFiles> earlier)
    {
        var newest = read.Newest.Select(release => release.Files).Where(release => release.Code != next.Code).Append(next);
        return Rules.Blueprint.Read([.. newest.OrderBy(each => each.Code, StringComparer.Ordinal)], Blueprint, [.. earlier]);
    }

    /// <summary>What is earlier once a layer has a next release.</summary>
    private IEnumerable<LayerFiles> Before(string layer) =>
        read.Earlier.Concat(read.Newest.Where(release => release.Published.Layer == layer)).Select(release => release.Files);

    private LayerFiles Next(string layer, IReadOnlyDictionary<string, string> files) => new(layer, files, (Newest(layer)?.Number ?? 0) + 1);

    private string? Title(string layer) => Blueprint.Layers.FirstOrDefault(each => each.Code == layer)?.Title;
}
