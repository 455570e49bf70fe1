namespace WebcareHub.RulesOfEngagement;

/// <summary>What a municipality takes over of the layers above it, and what not. Pure; reads a blueprint with the earlier releases it was given.</summary>
public sealed class Adoption
{
    private readonly Blueprint _blueprint;

    internal Adoption(Blueprint blueprint) => _blueprint = blueprint;

    /// <summary>What is new, changed or withdrawn above since what holds here; national first. What follows by itself is no offer.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    public IReadOnlyList<Offer> OffersFor(string layer) => new OffersIn(new View(_blueprint, layer)).All();

    /// <summary>The entries that hold here in another form than above; nearest layer first. The voice is everyone's own and is left out.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    public IReadOnlyList<Drift> DriftOf(string layer) => new DriftIn(new View(_blueprint, layer)).All();

    /// <summary>How one entry stands here, in one sentence.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    public EntryState Explain(string layer, string section, string id) => new Explanation(new View(_blueprint, layer)).Of(new(section, id));

    /// <summary>The release of a layer above whose form of an entry holds here; null when it does not hold, or the number is not known.</summary>
    /// <param name="layer">A municipality, or a region or province.</param>
    /// <param name="above">The layer above.</param>
    public int? Holds(string layer, string above, string section, string id)
    {
        var view = new View(_blueprint, layer);
        var at = view.Above.Where(at => view.Newest[at].Code == above).Cast<int?>().FirstOrDefault();
        return at is { } place && view.Force.Of(place, new(section, id)) is { Entry: not null } holding ? holding.Release : null;
    }
}
