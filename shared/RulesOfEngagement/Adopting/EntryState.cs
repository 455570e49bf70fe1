namespace WebcareHub.RulesOfEngagement;

/// <summary>How an entry stands in a municipality.</summary>
/// <param name="Layer">The layer that made it so.</param>
/// <param name="Release">The release of the layer above whose form holds; null when not known, or when nothing holds.</param>
/// <param name="Sentence">Dutch, for a colleague.</param>
public sealed record EntryState(
    string Section,
    string Id,
    string Title,
    EntryStanding Standing,
    string Layer,
    int? Release,
    string Sentence
);

/// <summary>How an entry came to hold, or not to hold.</summary>
public enum EntryStanding
{
    /// <summary>No layer of this municipality knows it.</summary>
    Unknown,

    /// <summary>The newest form comes in by itself.</summary>
    Followed,

    /// <summary>Safety or law: the newest form holds everywhere.</summary>
    Mandatory,

    /// <summary>A release was adopted.</summary>
    Adopted,

    /// <summary>A change was put off, with a reason.</summary>
    Deferred,

    /// <summary>The form of the base holds and nobody chose about it.</summary>
    Kept,

    /// <summary>New above and not chosen yet: does not hold here.</summary>
    Offered,

    /// <summary>Withdrawn above; still holds here.</summary>
    WithdrawnAbove,

    /// <summary>Withdrawn above, and here.</summary>
    Withdrawn,

    /// <summary>Adjusted here.</summary>
    Deviates,

    /// <summary>Switched off here.</summary>
    SwitchedOff,

    /// <summary>Added here.</summary>
    AddedLocally,

    /// <summary>Copied from another municipality.</summary>
    Copied,
}
