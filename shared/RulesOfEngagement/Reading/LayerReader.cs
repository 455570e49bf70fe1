namespace WebcareHub.RulesOfEngagement;

/// <summary>Reads the files of one layer into entries, with findings for what is wrong within the layer itself.</summary>
internal sealed partial class LayerReader
{
    private readonly LayerFiles _files;
    private readonly ParsedLayer? _known;
    private readonly Report _report;
    private readonly List<ParsedEntry> _entries = [];
    private readonly List<RegisteredMunicipality> _register = [];
    private readonly Dictionary<string, ParsedFile> _whole = new(StringComparer.Ordinal);
    private (MapNode Node, Place Place)? _layer;
    private WrittenAdoption? _adoption;

    private LayerReader(LayerFiles files, ParsedLayer? known) => (_files, _known, _report) = (files, known, new Report(files.Code));

    /// <param name="known">The same layer as it was read before: of a next release most files say what they said.</param>
    public static ParsedLayer Read(LayerFiles files, ParsedLayer? known = null) => new LayerReader(files, known).Read();

    private ParsedLayer Read()
    {
        foreach (var (path, text) in _files.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (_known?.Files.GetValueOrDefault(path) is { } file && file.Text == text)
            {
                TakeOver(path, file);
            }
            else
            {
                ReadWhole(path, text);
            }
        }
        CheckDuplicates();
        return new ParsedLayer(_files)
        {
            Kind = _layer?.Node["kind"].Text() ?? ParsedLayer.KindOf(_files.Code),
            Title = _layer?.Node["title"].Text() ?? _files.Code,
            Block = _layer?.Place,
            Members = _layer?.Node["members"].Texts() ?? [],
            Inhabitants = int.TryParse(_layer?.Node["inhabitants"].Text(), out var number) ? number : null,
            Entries = _entries,
            Register = _register,
            Written = _adoption,
            Findings = _report.Findings,
            Files = _whole,
        };
    }

    private void TakeOver(string path, ParsedFile file)
    {
        _entries.AddRange(file.Entries);
        _register.AddRange(file.Register);
        _report.Add(file.Findings);
        _whole.Add(path, file);
    }

    /// <summary>Kept for a next release, unless it says something of which a layer has one: then what others say matters.</summary>
    private void ReadWhole(string path, string text)
    {
        var (entries, register, findings) = (_entries.Count, _register.Count, _report.Findings.Count);
        var alone = true;
        FileCheck.Check(path, text, _report);
        if (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
        {
            alone = ReadFile(path, text);
        }
        else if (path == MunicipalityRegister.Path)
        {
            _register.AddRange(MunicipalityRegister.Read(path, text, _report));
        }
        if (alone)
        {
            _whole.Add(path, new(text, [.. _entries.Skip(entries)], [.. _register.Skip(register)], [.. _report.Findings.Skip(findings)]));
        }
    }

    /// <returns>Whether what it says stands by itself.</returns>
    private bool ReadFile(string path, string text)
    {
        try
        {
            if (YamlTree.Parse(text) is not { } root)
            {
                return true;
            }
            var defaults = root["defaults"] as MapNode;
            foreach (var pair in root.Pairs)
            {
                ReadHeading(pair, defaults, new Place(path, pair.Line, null));
            }
            return root["layer"] is null && root[AdoptionLanguage.Heading] is null;
        }
        catch (BlueprintSyntaxException wrong)
        {
            _report.Error(new Place(path, wrong.Line, null), wrong.Message);
            return false;
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
