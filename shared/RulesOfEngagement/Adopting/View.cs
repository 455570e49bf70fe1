namespace WebcareHub.RulesOfEngagement;

/// <summary>The layers of one municipality (or down to a region) as its choices have them, beside their newest releases.</summary>
internal sealed class View
{
    private readonly Blueprint _blueprint;

    public View(Blueprint blueprint, string layer)
    {
        (_blueprint, Code, Names) = (blueprint, layer, new(blueprint));
        Newest = blueprint.ChainOf(layer);
        Holding = blueprint.Holding(Newest);
        Holds = blueprint.Merge(Holding);
        Force = new(Newest, blueprint.History);
    }

    /// <summary>The layer it is about.</summary>
    public string Code { get; }

    public LayerNames Names { get; }
    public History History => _blueprint.History;

    /// <summary>National first.</summary>
    public IReadOnlyList<ParsedLayer> Newest { get; }

    /// <summary>The same layers, with the forms that hold here.</summary>
    public IReadOnlyList<ParsedLayer> Holding { get; }

    public Merged Holds { get; }
    public Force Force { get; }

    /// <summary>Places in the chain of the layers above; the own layer is not one.</summary>
    public IEnumerable<int> Above => Enumerable.Range(0, Newest.Count).Where(at => Newest[at].Code != Code);

    /// <summary>What the layers above this place come to in their newest releases.</summary>
    public Merged NewestAbove(int at) => _blueprint.Merge([.. Newest.Take(at)]);

    /// <summary>The first layer that has it, or had it in a release that choices name; null when none has.</summary>
    public int? Origin(EntryKey key) => First(at => Knows(at, key));

    /// <summary>The layer has it, or had it in a release that choices name.</summary>
    public bool Knows(int at, EntryKey key) => Newest[at].ByKey.ContainsKey(key) || Force.Earlier(Newest[at].Code, key) is not null;

    /// <summary>The nearest layer whose form of it holds here; null when none does.</summary>
    public int? Touching(EntryKey key) => Last(at => Holding[at].ByKey.ContainsKey(key) && Counts(at, key));

    /// <summary>Its title as it holds, or as it lies above; the id when it has none.</summary>
    public string Title(EntryKey key) =>
        Holds.Find(key.Section, key.Id)?.Text("title")
        ?? Newest
            .Select(layer => Text(layer.ByKey.GetValueOrDefault(key) ?? Force.Earlier(layer.Code, key), "title"))
            .FirstOrDefault(title => title is not null)
        ?? key.Id;

    /// <summary>The fields of two forms that differ, but for housekeeping.</summary>
    public static IReadOnlyList<FieldDifference> Differences(ParsedEntry? before, ParsedEntry? after) =>
        Differences(
            before?.Fields.ToDictionary(field => field.Key, field => field.Value.Node) ?? [],
            after?.Fields.ToDictionary(field => field.Key, field => field.Value.Node) ?? []
        );

    public static IReadOnlyList<FieldDifference> Differences(MergedEntry? before, MergedEntry? after) =>
        Differences(
            before?.Fields.ToDictionary(field => field.Key, field => field.Value.Node) ?? [],
            after?.Fields.ToDictionary(field => field.Key, field => field.Value.Node) ?? []
        );

    public static string? Text(ParsedEntry? entry, string field) => entry?.Fields.GetValueOrDefault(field)?.Node.Text();

    /// <summary>Off took it away, or a field is this layer's: what a mandatory entry refused does not count.</summary>
    private bool Counts(int at, EntryKey key) =>
        Holds.SwitchedOff(key.Section, key.Id) is { } off
            ? off.Layer == Holding[at].Code || !IsOff(at, key)
            : Holds.Find(key.Section, key.Id) is { } entry && entry.Fields.Values.Any(field => field.Layer == Holding[at].Code);

    private bool IsOff(int at, EntryKey key) => Holding[at].ByKey[key].Mode == EntryMode.Off;

    private static IReadOnlyList<FieldDifference> Differences(Dictionary<string, Node> before, Dictionary<string, Node> after) =>
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(name => !EntryForm.Housekeeping.Contains(name) && name is not ("reason" or "origin"))
                .Where(name => !ReadableNode.Same(before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
                .Select(name => FieldComparison.Of(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))),
        ];

    private int? First(Func<int, bool> has) => Enumerable.Range(0, Newest.Count).Where(has).Cast<int?>().FirstOrDefault();

    private int? Last(Func<int, bool> has) => Enumerable.Range(0, Newest.Count).Where(has).Cast<int?>().LastOrDefault();
}
