namespace WebcareHub.RulesOfEngagement;

/// <summary>Reads the files of one layer into entries, with findings for what is wrong within the layer itself.</summary>
internal sealed class LayerReader
{
    private readonly LayerFiles _files;
    private readonly Report _report;
    private readonly List<ParsedEntry> _entries = [];
    private (MapNode Node, Place Place)? _layer;
    private WrittenAdoption? _adoption;

    private LayerReader(LayerFiles files) => (_files, _report) = (files, new Report(files.Code));

    public static ParsedLayer Read(LayerFiles files) => new LayerReader(files).Read();

    private ParsedLayer Read()
    {
        var register = new List<RegisteredMunicipality>();
        foreach (var (path, text) in _files.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            FileCheck.Check(path, text, _report);
            if (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
            {
                ReadFile(path, text);
            }
            else if (path == MunicipalityRegister.Path)
            {
                register.AddRange(MunicipalityRegister.Read(path, text, _report));
            }
        }
        CheckDuplicates();
        return new ParsedLayer(_files)
        {
            Kind = _layer?.Node["kind"].Text() ?? ParsedLayer.KindOf(_files.Code),
            Title = _layer?.Node["title"].Text() ?? _files.Code,
            Block = _layer?.Place,
            Members = _layer?.Node["members"].Texts() ?? [],
            Entries = _entries,
            Register = register,
            Written = _adoption,
            Findings = _report.Findings,
        };
    }

    private void ReadFile(string path, string text)
    {
        try
        {
            if (YamlTree.Parse(text) is not { } root)
            {
                return;
            }
            var defaults = root["defaults"] as MapNode;
            foreach (var pair in root.Pairs)
            {
                ReadHeading(pair, defaults, new Place(path, pair.Line, null));
            }
        }
        catch (BlueprintSyntaxException wrong)
        {
            _report.Error(new Place(path, wrong.Line, null), wrong.Message);
        }
    }

    private void ReadHeading(Pair pair, MapNode? defaults, Place place)
    {
        if (pair.Key is "layer" or "defaults")
        {
            ReadPreamble(pair, place);
        }
        else if (pair.Key == AdoptionLanguage.Heading)
        {
            ReadAdoption(pair.Value, place);
        }
        else if (Sections.Find(pair.Key) is not { } section)
        {
            string[] names = ["layer", "defaults", AdoptionLanguage.Heading, .. Sections.All.Select(known => known.Name)];
            _report.Error(place, $"Het kopje '{pair.Key}' bestaat niet.{Spelling.HintOrChoices(pair.Key, names)}");
        }
        else if (!section.IsList)
        {
            ReadBlock(section, pair.Value, place with { Entry = section.Name });
        }
        else if (pair.Value is ListNode list)
        {
            foreach (var item in list.Items)
            {
                ReadEntry(section, item, defaults, place.At(item), scenario: null);
            }
        }
        else if (pair.Value is not ScalarNode { Value: "" })
        {
            _report.Error(place, $"Onder '{pair.Key}' hoort een lijst: elk onderdeel begint met '- id:'.");
        }
    }

    private void ReadPreamble(Pair pair, Place place)
    {
        if (pair.Value is not MapNode map)
        {
            _report.Error(place, $"Bij '{pair.Key}' hoort een blok.");
        }
        else if (pair.Key == "defaults")
        {
            FieldCheck.Map(map, [.. Language.Defaults.Select(field => field with { Required = false })], "'defaults'", place, _report);
        }
        else if (_layer is not null)
        {
            _report.Error(place, $"Een laag heeft één kopje 'layer'; het staat ook in {_layer.Value.Place.File}.");
        }
        else
        {
            FieldCheck.Map(map, Language.Layer, "'layer'", place, _report);
            _layer = (map, place);
        }
    }

    private void ReadAdoption(Node node, Place place)
    {
        if (_adoption is not null)
        {
            _report.Error(place, $"Een laag heeft één kopje 'adoption'; het staat ook in {_adoption.Place.File}.");
        }
        else if (node is MapNode map)
        {
            _adoption = WrittenAdoption.Read(map, place, _report);
        }
        else if (node is not ScalarNode { Value: "" })
        {
            _report.Error(place, "Bij 'adoption' hoort een blok, geen lijst.");
        }
    }

    private void ReadBlock(Section section, Node node, Place place)
    {
        if (node is not MapNode map)
        {
            _report.Error(place, $"Bij '{section.Name}' hoort een blok, geen lijst.");
            return;
        }
        FieldCheck.Map(map, section.Fields, $"'{section.Name}'", place, _report);
        var fields = map
            .Pairs.Where(pair => section.Fields.Any(field => field.Name == pair.Key))
            .SelectMany(pair => BlockFields(pair, place));
        _entries.Add(
            new ParsedEntry(section, section.Name, EntryMode.Adjust, place, fields.ToDictionary(field => field.Name, field => field.Field))
        );
    }

    /// <summary>Local facts merge one by one, so each is a field of its own: <c>facts.telefoon</c>.</summary>
    private static IEnumerable<(string Name, ParsedField Field)> BlockFields(Pair pair, Place place) =>
        pair is { Key: "facts", Value: MapNode facts }
            ? facts.Pairs.Select(fact => ($"facts.{fact.Key}", new ParsedField(fact.Value, place.File, fact.Line)))
            : [(pair.Key, new ParsedField(pair.Value, place.File, pair.Line))];

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
        field.Kind is FieldKind.Words or FieldKind.Texts or FieldKind.Choices or FieldKind.References or FieldKind.Exceptions;

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

    private void CheckDuplicates()
    {
        foreach (var same in _entries.Where(entry => entry.Section.IsList).GroupBy(entry => (entry.Section.Name, entry.Id)))
        {
            var first = same.First();
            foreach (var again in same.Skip(1))
            {
                _report.Error(again.Place, $"Het id '{again.Id}' staat al in {first.Place.File}, regel {first.Place.Line}.");
            }
        }
    }
}
