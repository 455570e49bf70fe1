namespace WebcareHub.RulesOfEngagement;

/// <summary>An entry as it stands in the files of one layer, faulty or not.</summary>
/// <param name="Mode"><c>id</c>, <c>adjust</c> or <c>off</c>.</param>
/// <param name="Fields">In the order written, without the id.</param>
internal sealed record WrittenEntry(string Section, string Id, string Mode, string File, IReadOnlyList<Pair> Fields)
{
    private static readonly string[] Modes = ["adjust", "off", "id"];

    // One level of these is told field by field.
    private static readonly string[] Opened = ["when", "then", "facts"];

    public string Title => this["title"].Text() ?? Id;

    public Node? this[string field] => Fields.FirstOrDefault(pair => pair.Key == field)?.Value;

    public static IEnumerable<WrittenEntry> Of(string file, MapNode root) => root.Pairs.SelectMany(heading => Of(file, heading));

    private static IEnumerable<WrittenEntry> Of(string file, Pair heading) =>
        heading.Value switch
        {
            ListNode list when Sections.Find(heading.Key)?.IsList != false => list
                .Items.OfType<MapNode>()
                .SelectMany(item => Entry(heading.Key, file, item, scenario: null)),
            MapNode map => [new(heading.Key, heading.Key == "defaults" ? file : heading.Key, "id", file, [.. map.Pairs.SelectMany(Open)])],
            var other => [new(heading.Key, heading.Key, "id", file, [new Pair("", heading.Line, other)])],
        };

    private static IEnumerable<WrittenEntry> Entry(string section, string file, MapNode map, string? scenario)
    {
        var mode = Modes.FirstOrDefault(key => map[key] is not null) ?? "id";
        var id = map[mode].Text() ?? "";
        var fields = map.Pairs.Where(pair => pair.Key != mode && !(section == "scenarios" && pair.Key == "rules")).SelectMany(Open);
        if (scenario is not null)
        {
            fields = fields.Append(new Pair("scenario", map.Line, new ScalarNode(map.Line, scenario)));
        }
        yield return new(section, id, mode, file, [.. fields]);
        foreach (var rule in section == "scenarios" ? map["rules"].Each().OfType<MapNode>() : [])
        {
            foreach (var entry in Entry("rules", file, rule, id))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<Pair> Open(Pair pair) =>
        pair.Value is MapNode { Pairs.Count: > 0 } map && Opened.Contains(pair.Key)
            ? map.Pairs.Select(part => part with { Key = $"{pair.Key}.{part.Key}" })
            : [pair];
}
