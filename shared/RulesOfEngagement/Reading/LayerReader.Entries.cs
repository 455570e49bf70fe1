namespace WebcareHub.RulesOfEngagement;

/// <summary>The entries of a list: added, adjusted or switched off.</summary>
internal sealed partial class LayerReader
{
    private void ReadEntry(Section section, Node node, MapNode? defaults, Place place, string? scenario)
    {
        if (node is not MapNode map)
        {
            _report.Error(place, $"Hier hoort {section.One} te staan, met 'id' en 'title'.");
            return;
        }
        var (mode, key) =
            map["adjust"] is not null ? (EntryMode.Adjust, "adjust")
            : map["off"] is not null ? (EntryMode.Off, "off")
            : (EntryMode.Add, "id");
        var id = map[key].Text();
        place = place with { Entry = id };
        var before = _report.Errors;
        CheckEntry(section, map, mode, defaults, place);
        if (id is null || _report.Errors > before)
        {
            return;
        }
        _entries.Add(new ParsedEntry(section, id, mode, place, Fields(section, map, mode, defaults, place), scenario));
        foreach (var rule in section.Name == "scenarios" ? map["rules"].Each() : [])
        {
            ReadEntry(Sections.Find("rules")!, rule, WithOwner(defaults, map), place.At(rule), scenario: id);
        }
    }

    /// <summary>Rules within a scenario have its owner when they name none.</summary>
    private static MapNode WithOwner(MapNode? defaults, MapNode scenario) =>
        new(scenario.Line, [.. scenario.Pairs.Where(pair => pair.Key is "owner" or "theme"), .. defaults?.Pairs ?? []]);

    private void CheckEntry(Section section, MapNode map, EntryMode mode, MapNode? defaults, Place place)
    {
        var fields = mode switch
        {
            EntryMode.Add => section.Fields.Select(field => field with { Required = field.Required && !IsDefault(field.Name, defaults) }),
            EntryMode.Adjust => Optional(section, "adjust")
                .SelectMany(field => IsList(field) ? [field, field with { Name = field.Name + "+" }] : new[] { field }),
            _ =>
            [
                new Field("off", FieldKind.Id, ""),
                new Field("reason", FieldKind.Text, "", Required: true),
                new Field("note", FieldKind.Text, ""),
            ],
        };
        FieldCheck.Map(map, [.. fields], section.One, place, _report);
    }

    private static IEnumerable<Field> Optional(Section section, string key) =>
        section
            .Fields.Where(field => field.Name != "id")
            .Select(field => field with { Required = false })
            .Append(new Field(key, FieldKind.Id, ""));

    public static bool IsList(Field field) =>
        field.Kind
            is FieldKind.Words
                or FieldKind.Texts
                or FieldKind.Choices
                or FieldKind.References
                or FieldKind.Exceptions
                or FieldKind.Blocks;

    private static bool IsDefault(string field, MapNode? defaults) =>
        Language.Defaults.Any(known => known.Name == field) && defaults?[field].Text() is not null;

    private static Dictionary<string, ParsedField> Fields(Section section, MapNode map, EntryMode mode, MapNode? defaults, Place place)
    {
        var fields = new Dictionary<string, ParsedField>(StringComparer.Ordinal);
        foreach (var pair in mode == EntryMode.Add ? defaults?.Pairs ?? [] : [])
        {
            fields.TryAdd(pair.Key, new ParsedField(pair.Value, place.File, pair.Line));
        }
        foreach (
            var pair in map.Pairs.Where(pair =>
                pair.Key is not ("id" or "adjust" or "off") && !(section.Name == "scenarios" && pair.Key == "rules")
            )
        )
        {
            var name = pair.Key.TrimEnd('+');
            fields[name] = new ParsedField(pair.Value, place.File, pair.Line, Append: name.Length < pair.Key.Length);
        }
        return fields;
    }
}
