using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>One layer, parsed.</summary>
public sealed class ParsedLayer
{
    private static long _count;

    private readonly Lazy<IReadOnlyDictionary<EntryKey, ParsedEntry>> _byKey;

    internal ParsedLayer(LayerFiles files)
    {
        Source = files;
        _byKey = new(() => Entries.DistinctBy(EntryKey.Of).ToDictionary(EntryKey.Of));
    }

    /// <summary><c>nl</c>, a province, a region id or a CBS code.</summary>
    public string Code => Source.Code;

    /// <summary>national, province, region or municipality.</summary>
    public string Kind { get; internal init; } = "municipality";

    /// <summary>As people call it.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>Member municipalities of a province or region.</summary>
    public IReadOnlyList<string> Members { get; internal init; } = [];

    /// <summary>Of a municipality, as it says itself; null when it does not.</summary>
    public int? Inhabitants { get; internal init; }

    /// <summary>What it chose about the layers above it.</summary>
    public LayerAdoption Adoption { get; private init; } = LayerAdoption.None;

    /// <summary>What to know this very object by: what was made of it is good for as long as it is the one in force.</summary>
    internal string Key { get; } = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);

    internal WrittenAdoption? Written
    {
        get;
        init
        {
            field = value;
            Adoption = value?.Plain() ?? LayerAdoption.None;
        }
    }

    /// <summary>The kind of a layer that does not say so itself.</summary>
    internal static string KindOf(string code) =>
        code == Blueprint.National ? "national"
        : code.StartsWith("GM", StringComparison.Ordinal) ? "municipality"
        : code.StartsWith("PV", StringComparison.Ordinal) ? "province"
        : "region";

    internal LayerFiles Source { get; }

    /// <summary>Where its heading <c>layer</c> stands, if anywhere.</summary>
    internal Place? Block { get; init; }
    internal IReadOnlyList<ParsedEntry> Entries { get; init; } = [];

    /// <summary>The first of each; a second one is a mistake.</summary>
    internal IReadOnlyDictionary<EntryKey, ParsedEntry> ByKey => _byKey.Value;
    internal IReadOnlyList<RegisteredMunicipality> Register { get; init; } = [];
    internal IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What each file said by itself, by path.</summary>
    internal IReadOnlyDictionary<string, ParsedFile> Files { get; init; } = new Dictionary<string, ParsedFile>();
}

/// <summary>A file of a layer, read; the same text says the same in a next release.</summary>
internal sealed record ParsedFile(
    string Text,
    IReadOnlyList<ParsedEntry> Entries,
    IReadOnlyList<RegisteredMunicipality> Register,
    IReadOnlyList<Finding> Findings
);

internal enum EntryMode
{
    Add,
    Adjust,
    Off,
}

/// <summary>An entry as one layer wrote it.</summary>
/// <param name="Id">For a block (voice, retention): the heading's name.</param>
/// <param name="Fields">By name; only fields that passed the check.</param>
/// <param name="Scenario">For a rule within a scenario: its id.</param>
internal sealed record ParsedEntry(
    Section Section,
    string Id,
    EntryMode Mode,
    Place Place,
    IReadOnlyDictionary<string, ParsedField> Fields,
    string? Scenario = null
)
{
    private string? _form;
    private MergedEntry? _added;

    /// <summary>What it says; see <see cref="EntryForm"/>.</summary>
    public string Form => _form ??= EntryForm.Of(this);

    /// <summary>What it is where nothing lies above it; one for all chains that have it at the same height.</summary>
    /// <param name="origin">Index of the layer.</param>
    public MergedEntry AddedAs(int origin, string layer) =>
        _added is { } known && known.Origin == origin && known.Layer == layer ? known : _added = MergedEntry.Of(this, origin, layer);
}

/// <param name="Append">Written as <c>words+</c>: add to the list of the layers above.</param>
internal sealed record ParsedField(Node Node, string File, int Line, bool Append = false);
