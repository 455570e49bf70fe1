namespace WebcareHub.RulesOfEngagement;

/// <summary>The entries an entry leans on.</summary>
internal static class References
{
    public static IEnumerable<EntryKey> Of(ParsedEntry entry) =>
        entry
            .Section.Fields.Where(field => entry.Fields.ContainsKey(field.Name))
            .SelectMany(field => Of(field, entry.Fields[field.Name].Node))
            .Distinct();

    private static IEnumerable<EntryKey> Of(Field field, Node node) =>
        field.Kind switch
        {
            FieldKind.Reference or FieldKind.References or FieldKind.FlagOrReferences => node.Texts()
                .Where(id => id is not ("true" or "false") && field.Values?.Contains(id) != true)
                .Select(id => new EntryKey(field.Section!, id)),
            FieldKind.Words or FieldKind.TextCondition => WordLists(node),
            FieldKind.Condition or FieldKind.Conditions => node.Each()
                .OfType<MapNode>()
                .SelectMany(map => Parts(map, RuleLanguage.Conditions)),
            FieldKind.Blocks => node.Each().OfType<MapNode>().SelectMany(map => Parts(map, field.Parts!)),
            FieldKind.Actions when node is MapNode map => Parts(map, RuleLanguage.Actions),
            _ => [],
        };

    private static IEnumerable<EntryKey> Parts(MapNode map, Field[] fields) =>
        map.Pairs.SelectMany(pair => Array.Find(fields, field => field.Name == pair.Key) is { } field ? Of(field, pair.Value) : []);

    private static IEnumerable<EntryKey> WordLists(Node node) =>
        (node is MapNode map ? map.Pairs.SelectMany(pair => pair.Value.Texts()) : node.Texts())
            .Where(word => word.StartsWith('@'))
            .Select(word => new EntryKey("wordlists", word[1..]));
}
