namespace WebcareHub.RulesOfEngagement;

/// <summary>The entries of one layer as written, in the order in which they count: files by path, then from top to bottom.</summary>
internal sealed class WrittenLayer
{
    private readonly Dictionary<string, MapNode?> _roots = new(StringComparer.Ordinal);

    public WrittenLayer(LayerFiles files)
    {
        Files = files.Files;
        var entries = files.Files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => Read(file.Key, file.Value));
        Entries = [.. entries.DistinctBy(Key)];
    }

    public IReadOnlyDictionary<string, string> Files { get; }

    public IReadOnlyList<WrittenEntry> Entries { get; }

    public static (string, string) Key(WrittenEntry entry) => (entry.Section, entry.Id);

    /// <summary>The file as a tree; null when it is no YAML, or cannot be read.</summary>
    public MapNode? Root(string file) => _roots.GetValueOrDefault(file);

    /// <summary>A file that is meant to be read as entries.</summary>
    public static bool IsRead(string file) =>
        file.EndsWith(".yaml", StringComparison.Ordinal)
        || file.EndsWith(".yml", StringComparison.Ordinal)
        || file == MunicipalityRegister.Path;

    private IEnumerable<WrittenEntry> Read(string file, string text)
    {
        if (file == MunicipalityRegister.Path)
        {
            return Municipalities(file, text);
        }
        return IsRead(file) && Parse(file, text) is { } root ? WrittenEntry.Of(file, root) : [];
    }

    private MapNode? Parse(string file, string text)
    {
        try
        {
            return _roots[file] = YamlTree.Parse(text) ?? new MapNode(1, []);
        }
        catch (BlueprintSyntaxException)
        {
            return null;
        }
    }

    private static IEnumerable<WrittenEntry> Municipalities(string file, string text) =>
        MunicipalityRegister
            .Read(file, text, new Report(Blueprint.National))
            .Select(found => new WrittenEntry(
                "register",
                found.Code,
                "id",
                file,
                [
                    .. Field("title", found.Name),
                    .. Field("province", found.Province),
                    .. Field("safety_region", found.SafetyRegion),
                    .. Field("valid_from", $"{found.ValidFrom:yyyy-MM-dd}"),
                    .. Field("valid_to", $"{found.ValidTo:yyyy-MM-dd}"),
                ]
            ));

    private static IEnumerable<Pair> Field(string name, string value) =>
        value.Length == 0 ? [] : [new Pair(name, 0, new ScalarNode(0, value))];
}
