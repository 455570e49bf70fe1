namespace WebcareHub.RulesOfEngagement;

/// <summary>What lies above in another form than holds here.</summary>
/// <param name="Section">topics, rules, …</param>
/// <param name="Theme">monitoring, webcare or woordvoering.</param>
/// <param name="Layer">The layer above that changed it.</param>
/// <param name="Release">That layer's newest release; null when its number is not known.</param>
/// <param name="Holds">The release whose form holds here; null when that is not known, or when nothing holds.</param>
/// <param name="Mandatory">True: it holds already, there is nothing to choose; this tells it.</param>
/// <param name="Why">Why it is mandatory, Dutch; null when it is not.</param>
/// <param name="Fields">The fields that differ, from what holds here to the newest form.</param>
/// <param name="Deferred">The deferral that covers exactly this; null when nobody chose yet.</param>
/// <param name="DeferredBy">The layer that deferred.</param>
/// <param name="Needs">Entries it leans on that do not hold here, as <c>answers/x</c>.</param>
/// <param name="Sentence">All of it in one Dutch sentence.</param>
public sealed record Offer(
    string Section,
    string Id,
    string Title,
    string Theme,
    string Layer,
    int? Release,
    int? Holds,
    OfferKind Kind,
    bool Mandatory,
    string? Why,
    IReadOnlyList<FieldDifference> Fields,
    EntryChoice? Deferred,
    string? DeferredBy,
    IReadOnlyList<string> Needs,
    string Sentence
);

/// <summary>What happened above.</summary>
public enum OfferKind
{
    New,
    Changed,
    Withdrawn,
}
