namespace WebcareHub.RulesOfEngagement;

/// <summary>A field with the layer that gave it its value.</summary>
internal sealed record MergedField(Node Node, string Layer, string File, int Line);

/// <summary>An entry after merging.</summary>
/// <param name="Origin">Index of the layer that added it; higher is nearer to the municipality.</param>
/// <param name="Layer">The layer that gave its present form.</param>
/// <param name="Order">Place within its own layer.</param>
internal sealed record MergedEntry(
    Section Section,
    string Id,
    int Origin,
    string Layer,
    int Order,
    Place Place,
    string? Scenario,
    IReadOnlyDictionary<string, MergedField> Fields
)
{
    public Node? this[string field] => Fields.GetValueOrDefault(field)?.Node;

    public string? Text(string field) => this[field].Text();

    public string[] Texts(string field) => this[field].Texts();

    public string Title => Text("title") ?? Id;

    public string Theme => Text("theme") ?? "webcare";
}

/// <summary>Layers laid over one another, each field with its origin. Immutable: a layer on top gives a new one.</summary>
internal sealed class Merged
{
    public static readonly Merged Nothing = new([], new(), new());

    private readonly Dictionary<(string Section, string Id), MergedEntry> _entries;
    private readonly Dictionary<(string Section, string Id), FieldOrigin> _off;

    private Merged(
        IReadOnlyList<string> layers,
        Dictionary<(string, string), MergedEntry> entries,
        Dictionary<(string, string), FieldOrigin> off
    ) => (Layers, _entries, _off) = (layers, entries, off);

    public IReadOnlyList<string> Layers { get; }

    public IEnumerable<MergedEntry> All => _entries.Values;

    /// <summary>Entries of a section: nearest layer first, then as written.</summary>
    public IEnumerable<MergedEntry> Of(string section) =>
        _entries.Values.Where(entry => entry.Section.Name == section).OrderByDescending(entry => entry.Origin).ThenBy(entry => entry.Order);

    public MergedEntry? Find(string section, string id) => _entries.GetValueOrDefault((section, id));

    public FieldOrigin? SwitchedOff(string section, string id) => _off.GetValueOrDefault((section, id));

    public IEnumerable<FieldOrigin> AllSwitchedOff => _off.Values;

    public IEnumerable<string> Ids(string section) =>
        _entries.Values.Where(entry => entry.Section.Name == section).Select(entry => entry.Id);

    /// <summary>This with one more layer on top; what does not fit is reported and left out.</summary>
    public Merged With(ParsedLayer layer, Report report)
    {
        var next = new Merged([.. Layers, layer.Code], new(_entries), new(_off));
        for (var order = 0; order < layer.Entries.Count; order++)
        {
            next.Apply(layer.Entries[order], layer.Code, order, report);
        }
        foreach (var orphan in next.All.Where(entry => entry.Scenario is { } scenario && next.Find("scenarios", scenario) is null).ToList())
        {
            next._entries.Remove((orphan.Section.Name, orphan.Id));
        }
        return next;
    }

    private void Apply(ParsedEntry entry, string layer, int order, Report report)
    {
        var key = (entry.Section.Name, entry.Id);
        var known = _entries.GetValueOrDefault(key);
        if (entry.Mode == EntryMode.Add)
        {
            Add(entry, layer, order, known, report);
        }
        else if (known is null && entry.Section.IsList)
        {
            var away = _off.ContainsKey(key) ? " Een laag hierboven heeft het uitgezet." : Spelling.Hint(entry.Id, Ids(key.Name));
            report.Error(entry.Place, $"Er is geen '{entry.Id}' onder '{key.Name}' in de lagen hierboven.{away}");
        }
        else if (known is not null && known["mandatory"].IsTrue() && known.Origin < Layers.Count - 1)
        {
            var what = entry.Mode == EntryMode.Off ? "uitgezet" : "gewijzigd";
            report.Error(entry.Place, $"'{entry.Id}' is verplicht in laag {Layers[known.Origin]} en kan hier niet worden {what}.");
        }
        else if (entry.Mode == EntryMode.Off)
        {
            _entries.Remove(key);
            _off[key] = new FieldOrigin(key.Name, entry.Id, "off", layer, entry.Place.File, entry.Place.Line);
        }
        else
        {
            _entries[key] = Adjusted(known ?? New(entry, layer, order), entry, layer);
        }
    }

    private void Add(ParsedEntry entry, string layer, int order, MergedEntry? known, Report report)
    {
        if (known is null)
        {
            _entries[(entry.Section.Name, entry.Id)] = Adjusted(New(entry, layer, order), entry, layer);
        }
        else if (known.Origin < Layers.Count - 1)
        {
            report.Error(
                entry.Place,
                $"Het id '{entry.Id}' bestaat al in laag {Layers[known.Origin]}. Gebruik 'adjust: {entry.Id}' om het aan te passen."
            );
        }
    }

    private MergedEntry New(ParsedEntry entry, string layer, int order) =>
        new(entry.Section, entry.Id, Layers.Count - 1, layer, order, entry.Place, entry.Scenario, new Dictionary<string, MergedField>());

    private static MergedEntry Adjusted(MergedEntry known, ParsedEntry entry, string layer)
    {
        var fields = new Dictionary<string, MergedField>(known.Fields, StringComparer.Ordinal);
        foreach (var (name, field) in entry.Fields)
        {
            var node =
                field.Append && fields.TryGetValue(name, out var before)
                    ? new ListNode(field.Line, [.. before.Node.Each(), .. field.Node.Each()])
                    : field.Node;
            fields[name] = new MergedField(node, layer, field.File, field.Line);
        }
        return known with { Layer = layer, Fields = fields };
    }
}
