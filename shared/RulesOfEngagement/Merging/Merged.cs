namespace WebcareHub.RulesOfEngagement;

/// <summary>Layers laid over one another, each field with its origin. Immutable: a layer on top gives a new one.</summary>
internal sealed class Merged(
    IReadOnlyList<string> layers,
    IReadOnlyDictionary<string, MergedSection> sections,
    IReadOnlyDictionary<(string Section, string Id), FieldOrigin> off
)
{
    public static readonly Merged Nothing = new(
        [],
        new Dictionary<string, MergedSection>(),
        new Dictionary<(string Section, string Id), FieldOrigin>()
    );

    public IReadOnlyList<string> Layers => layers;

    public IReadOnlyDictionary<string, MergedSection> Sections => sections;

    /// <summary>What was switched off, by whom.</summary>
    public IReadOnlyDictionary<(string Section, string Id), FieldOrigin> Off => off;

    /// <summary>The layer above all first, each as written.</summary>
    public IEnumerable<MergedEntry> All =>
        sections
            .Values.SelectMany(section => section.ById.Values)
            .OrderBy(each => each.Entry.Origin)
            .ThenBy(each => each.Order)
            .Select(each => each.Entry);

    public MergedSection Section(string name) => sections.GetValueOrDefault(name) ?? new([]);

    /// <summary>Entries of a section: nearest layer first, then as written.</summary>
    public IReadOnlyList<MergedEntry> Of(string section) => Section(section).InOrder;

    public MergedEntry? Find(string section, string id) => sections.GetValueOrDefault(section)?[id];

    public FieldOrigin? SwitchedOff(string section, string id) => off.GetValueOrDefault((section, id));

    public IEnumerable<FieldOrigin> AllSwitchedOff => off.Values;

    public IEnumerable<string> Ids(string section) => Section(section).ById.Keys;

    /// <summary>This with one more layer on top; what does not fit is reported and left out.</summary>
    public Merged With(ParsedLayer layer, Report report) => new Laying(this, layer.Code, report).Lay(layer.Entries);
}
