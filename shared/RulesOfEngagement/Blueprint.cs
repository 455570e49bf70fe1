using System.Collections.Concurrent;

namespace WebcareHub.RulesOfEngagement;

/// <summary>A blueprint as written: its layers, parsed once and shared by all municipalities. Immutable; shared between threads.</summary>
public sealed class Blueprint
{
    /// <summary>Code of the national layer.</summary>
    public const string National = "nl";

    private readonly Dictionary<string, ParsedLayer> _byCode;
    private readonly Dictionary<string, RegisteredMunicipality> _register;
    private readonly Lazy<IReadOnlyList<Finding>> _findings;
    private readonly ConcurrentDictionary<string, EffectiveBlueprint> _effective = new(StringComparer.Ordinal);
    private readonly Generation<ParsedLayer> _adopted;
    private readonly Generation<Merged> _merged;
    private readonly Generation<Content> _contents;
    private readonly Generation<CompiledRules> _rules;
    private readonly Editions _editions;

    private Blueprint(IReadOnlyList<ParsedLayer> layers, IReadOnlyList<LayerFiles> earlier, Blueprint? known)
    {
        Layers = layers;
        Register = [.. layers.Where(layer => layer.Code == National).SelectMany(layer => layer.Register)];
        _byCode = layers.ToDictionary(layer => layer.Code);
        _register = Register.GroupBy(each => each.Code).ToDictionary(same => same.Key, same => same.MaxBy(each => each.ValidFrom)!);
        _findings = new(() => [.. layers.SelectMany(FindingsOf)]);
        History = new(_byCode, earlier, known?.History);
        (_adopted, _merged) = (new(known?._adopted), new(known?._merged));
        (_contents, _rules) = (new(known?._contents), new(known?._rules));
        _editions = new(History, _adopted);
    }

    /// <summary>The layers in the order given.</summary>
    public IReadOnlyList<ParsedLayer> Layers { get; }

    /// <summary>Everything found wrong, in layer, file and line order. Layers with errors can still be compiled: faulty entries are left out.</summary>
    public IReadOnlyList<Finding> Findings => _findings.Value;

    /// <summary>The same with what depends on the day besides: reviews that are due, facts and answers that no longer hold. All of those are remarks.</summary>
    public IReadOnlyList<Finding> FindingsOn(DateOnly today) =>
        [
            .. Layers.SelectMany(layer =>
                Findings
                    .Where(finding => finding.Layer == layer.Code)
                    .Concat(DatedCheck.Of(layer, today).Select(dated => dated.In(layer.Code)))
                    .OrderBy(finding => finding.File, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Line)
            ),
        ];

    /// <summary>What is written well and does nothing yet, one Dutch sentence for each; empty when all of it works.</summary>
    public IReadOnlyList<string> NotYet => Unready.Of(Layers);

    /// <summary>All municipalities of the national layer's register.</summary>
    public IReadOnlyList<RegisteredMunicipality> Register { get; }

    /// <summary>Reads and checks layers. A reading is reusable: give an earlier one to parse only what is new.</summary>
    /// <param name="layers">The newest of each layer, with its release number where there is one.</param>
    /// <param name="known">A blueprint read before; a layer of it whose files are the same object is taken over, of another each file that says the same.</param>
    /// <param name="earlier">Earlier releases, with their numbers; each is parsed when a choice first leans on it, so that giving all is cheap.
    /// For deciding those of <see cref="Named"/> are enough; drift and offers tell more with all of them.</param>
    /// <exception cref="ArgumentException">Two layers have the same code.</exception>
    public static Blueprint Read(IReadOnlyList<LayerFiles> layers, Blueprint? known = null, IReadOnlyList<LayerFiles>? earlier = null) =>
        new(
            [.. layers.Select(files => known?.TakeOver(files) ?? LayerReader.Read(files, known?._byCode.GetValueOrDefault(files.Code)))],
            earlier ?? [],
            known
        );

    /// <summary>What a municipality takes over of the layers above it, and what not.</summary>
    public Adoption Adoption => new(this);

    /// <summary>The earlier releases that the choices of these layers lean on: read them too, and give them along.</summary>
    public IReadOnlyList<LayerRelease> Named =>
        [
            .. Layers
                .SelectMany(layer => Layers.SelectMany(above => Force.Named(layer.Adoption, above.Code)))
                .Distinct()
                .Where(release => History.Newest(release.Layer) != release.Release),
        ];

    /// <summary>
    /// The codes of the layers of a municipality, national first, its own last (whether it has one or not). Of a shared layer: those above it and
    /// itself.
    /// </summary>
    public IReadOnlyList<string> LayersOf(string municipality) =>
        [
            National,
            .. Layers
                .Where(layer => layer.Kind is "province" or "region" && layer.Members.Contains(municipality))
                .OrderBy(layer => layer.Kind == "region")
                .Select(layer => layer.Code),
            .. municipality == National ? [] : new[] { municipality },
        ];

    /// <summary>The effective blueprint of one municipality, or of a shared layer without any below it. Municipalities with the same rules share their compiled form.</summary>
    public EffectiveBlueprint For(string municipality) => _effective.GetOrAdd(municipality, Compile);

    internal History History { get; }

    /// <summary>The layers there are of a municipality (or down to a region), national first, each in its newest release.</summary>
    internal IReadOnlyList<ParsedLayer> ChainOf(string code) =>
        [.. CodesOf(code).Select(each => _byCode.GetValueOrDefault(each)).OfType<ParsedLayer>()];

    /// <summary>The same as their choices have them.</summary>
    internal IReadOnlyList<ParsedLayer> Holding(IReadOnlyList<ParsedLayer> chain) => _editions.Of(chain);

    internal Merged Merge(IReadOnlyList<ParsedLayer> layers) =>
        layers.Count == 0
            ? Merged.Nothing
            : _merged.Once(Key(layers), () => Merge([.. layers.SkipLast(1)]).With(layers[^1], new Report(layers[^1].Code)));

    private EffectiveBlueprint Compile(string municipality)
    {
        var codes = LayersOf(municipality);
        var holding = Holding(ChainOf(municipality));
        var shaping = holding.Where(ShapesRules).ToList();
        var content = _contents.Once(Key(holding), () => new Content(Merge(holding)));
        var rules = _rules.Once(Key(shaping), () => RuleCompiler.Compile(Merge(shaping), SharedBy(shaping)));
        var name = content.Voice.Name.Length > 0 && _byCode.ContainsKey(municipality) ? content.Voice.Name : null;
        var voice = content.Voice with { Name = name ?? _register.GetValueOrDefault(municipality)?.Name ?? municipality };
        return new EffectiveBlueprint(municipality, [.. codes.Select(code => (code, TitleOf(code)))], content, rules, voice);
    }

    /// <summary>The words of the national layer in its newest release; null for that layer itself.</summary>
    private Vocabulary? SharedBy(IReadOnlyList<ParsedLayer> shaping)
    {
        if (_byCode.GetValueOrDefault(National) is not { } national || shaping is [var only] && only == national)
        {
            return null;
        }
        ParsedLayer[] alone = [national];
        return _rules.Once(Key(alone), () => RuleCompiler.Compile(Merge(alone))).Vocabulary;
    }

    private string TitleOf(string code) => _byCode.TryGetValue(code, out var layer) ? layer.Title : "";

    /// <summary>A layer with a voice and hours alone leaves the rules as they are.</summary>
    private static bool ShapesRules(ParsedLayer layer) =>
        layer.Entries.Any(entry =>
            entry.Mode == EntryMode.Off
            || entry.Section.Name is "topics" or "rules" or "scenarios" or "wordlists" or "overflow" or "answers" or "roles" or "worklists"
            || entry.Section.Name is "servicelevels" or "partners"
        );

    private IEnumerable<Finding> FindingsOf(ParsedLayer layer)
    {
        var report = new Report(layer.Code);
        var above = Above(layer);
        var merged = above.With(layer, report);
        new ReferenceCheck(merged, layer.Code, report).Check();
        AdoptionCheck.Check(ChainOf(layer.Code), History, report);
        LogicCheck.Check(merged, layer.Code, report);
        AnswerCheck.CheckTwins(merged, layer.Code, report);
        AdjustCheck.Check(layer, above, report);
        MemberCheck.Check(layer, _register, report);
        FigureCheck.Check(layer, report);
        return layer
            .Findings.Concat(report.Findings)
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line);
    }

    /// <summary>What lies above a layer, as its choices have it.</summary>
    internal Merged Above(ParsedLayer layer) => Merge([.. Holding(ChainOf(layer.Code)).SkipLast(1)]);

    /// <summary>A municipality has all its layers; a region or province has the national one above it.</summary>
    private IEnumerable<string> CodesOf(string code) =>
        _byCode.GetValueOrDefault(code)?.Kind switch
        {
            "national" => [National],
            "province" or "region" => [National, code],
            _ => LayersOf(code),
        };

    private ParsedLayer? TakeOver(LayerFiles files) =>
        _byCode.GetValueOrDefault(files.Code) is { } layer && ReferenceEquals(layer.Source, files) ? layer : null;

    private static string Key(IEnumerable<ParsedLayer> layers) => string.Join('|', layers.Select(layer => layer.Key));
}
