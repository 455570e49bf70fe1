namespace WebcareHub.RulesOfEngagement;

/// <summary>A field with the layer that gave it its value.</summary>
internal sealed record MergedField(Node Node, string Layer, string File, int Line);

/// <summary>An entry after merging. Immutable; all who leave it as it is share it, and what was made of it.</summary>
/// <param name="added">As the layer that added it wrote it.</param>
/// <param name="origin">Index of the layer that added it; higher is nearer to the municipality.</param>
/// <param name="layer">The layer that gave its present form.</param>
internal sealed class MergedEntry(ParsedEntry added, int origin, string layer, IReadOnlyDictionary<string, MergedField> fields)
{
    private object? _made;

    public Section Section => added.Section;
    public string Id => added.Id;
    public Place Place => added.Place;
    public string? Scenario => added.Scenario;
    public int Origin => origin;
    public string Layer => layer;
    public IReadOnlyDictionary<string, MergedField> Fields => fields;

    /// <summary>What the compiler made of it last, where others can use it.</summary>
    public CompiledOnce? Compiled { get; set; }

    public Node? this[string field] => fields.GetValueOrDefault(field)?.Node;

    public string? Text(string field) => this[field].Text();

    public string[] Texts(string field) => this[field].Texts();

    public string Title => Text("title") ?? Id;

    public string Theme => Text("theme") ?? "webcare";

    /// <summary>What people read of it, made when first asked for. Of this entry alone: what others say must not matter to it.</summary>
    public T Once<T>(Func<MergedEntry, T> make)
        where T : class => (T)(_made ??= make(this));

    /// <summary>An entry as the layer that adds it has it.</summary>
    public static MergedEntry Of(ParsedEntry added, int origin, string layer) =>
        new MergedEntry(added, origin, layer, new Dictionary<string, MergedField>()).With(added, layer);

    /// <summary>This as another layer puts it.</summary>
    public MergedEntry With(ParsedEntry adjustment, string layer)
    {
        var next = new Dictionary<string, MergedField>(fields, StringComparer.Ordinal);
        foreach (var (name, field) in adjustment.Fields)
        {
            var node =
                field.Append && next.TryGetValue(name, out var before)
                    ? new ListNode(field.Line, [.. before.Node.Each(), .. field.Node.Each()])
                    : field.Node;
            next[name] = new MergedField(node, layer, field.File, field.Line);
        }
        return new MergedEntry(added, origin, layer, next);
    }
}
