using System.Collections.Concurrent;

namespace WebcareHub.RulesOfEngagement;

/// <summary>The releases of layers, the newest and what was given of the earlier ones; each parsed when first asked for.</summary>
internal sealed class History
{
    private readonly Dictionary<string, ParsedLayer> _newest;
    private readonly Dictionary<LayerRelease, LayerFiles> _files = [];
    private readonly ConcurrentDictionary<LayerRelease, Lazy<ParsedLayer>> _parsed = new();
    private readonly ConcurrentDictionary<LayerRelease, Lazy<IReadOnlyDictionary<EntryKey, Change>>> _changes = new();

    public History(IReadOnlyDictionary<string, ParsedLayer> newest, IReadOnlyList<LayerFiles> earlier, History? known)
    {
        _newest = new(newest);
        foreach (var files in earlier.Where(files => files.Release is not null))
        {
            var release = new LayerRelease(files.Code, files.Release!.Value);
            _files[release] = files;
            if (known?.Parsed(files) is { } layer)
            {
                _parsed[release] = new(layer);
            }
        }
    }

    /// <summary>An entry between an earlier release and the newest. Null: not there.</summary>
    public readonly record struct Change(ParsedEntry? Before, ParsedEntry? Newest);

    public IEnumerable<LayerFiles> Earlier => _files.Values;

    /// <summary>The newest release of a layer; null when its number is not known.</summary>
    public int? Newest(string layer) => _newest.GetValueOrDefault(layer)?.Source.Release;

    /// <summary>Numbers of the releases that were given, the newest included, falling.</summary>
    public IEnumerable<int> Numbers(string layer) =>
        _files
            .Keys.Where(release => release.Layer == layer)
            .Select(release => release.Release)
            .Append(Newest(layer) ?? 0)
            .Distinct()
            .OrderDescending();

    /// <summary>When a release was made, if known.</summary>
    public DateTimeOffset? At(LayerRelease release) =>
        IsNewest(release) ? _newest[release.Layer].Source.At : _files.GetValueOrDefault(release)?.At;

    /// <summary>The layer as it was at a release; null when that was not given.</summary>
    public ParsedLayer? Of(LayerRelease release) =>
        IsNewest(release) ? _newest[release.Layer]
        : _files.TryGetValue(release, out var files)
            ? _parsed.GetOrAdd(release, (_, files) => new(() => LayerReader.Read(files)), files).Value
        : null;

    /// <summary>The entries that differ between this release and the newest; none when the release was not given.</summary>
    public IReadOnlyDictionary<EntryKey, Change> Changes(LayerRelease release) =>
        _changes.GetOrAdd(release, release => new(() => Compare(release))).Value;

    /// <summary>How an entry was written at a release; the newest form when that release was not given.</summary>
    public ParsedEntry? Form(LayerRelease release, EntryKey key) =>
        (Of(release) ?? _newest.GetValueOrDefault(release.Layer))?.ByKey.GetValueOrDefault(key);

    /// <summary>The release that brought the newest form of an entry (or took it away); nothing when the releases before it were not given.</summary>
    public (int? Release, DateTimeOffset? At) Since(string layer, EntryKey key)
    {
        if (Newest(layer) is not { } number)
        {
            return default;
        }
        var form = Form(new(layer, number), key)?.Form;
        while (number > 1 && Of(new(layer, number - 1)) is { } before && before.ByKey.GetValueOrDefault(key)?.Form == form)
        {
            number--;
        }
        var known = number == 1 || _files.ContainsKey(new(layer, number - 1));
        return known ? (number, At(new(layer, number))) : default;
    }

    /// <summary>The release of a layer that was the newest at a moment; null when that is not known.</summary>
    public int? At(string layer, DateTimeOffset moment) =>
        Numbers(layer).Where(number => At(new LayerRelease(layer, number)) <= moment).Select(number => (int?)number).FirstOrDefault();

    /// <summary>These very files, when they were parsed before: as an earlier release, or as the newest of then.</summary>
    private ParsedLayer? Parsed(LayerFiles files) =>
        _newest.GetValueOrDefault(files.Code) is { } newest && ReferenceEquals(newest.Source, files) ? newest
        : _parsed.GetValueOrDefault(new(files.Code, files.Release!.Value)) is { IsValueCreated: true, Value: var layer }
        && ReferenceEquals(layer.Source, files)
            ? layer
        : null;

    private bool IsNewest(LayerRelease release) => Newest(release.Layer) == release.Release;

    private Dictionary<EntryKey, Change> Compare(LayerRelease release)
    {
        var changes = new Dictionary<EntryKey, Change>();
        if (Of(release) is not { } before || !_newest.TryGetValue(release.Layer, out var newest) || before == newest)
        {
            return changes;
        }
        foreach (var (key, entry) in before.ByKey)
        {
            var now = newest.ByKey.GetValueOrDefault(key);
            if (now is null || now.Form != entry.Form)
            {
                changes[key] = new(entry, now);
            }
        }
        foreach (var (key, entry) in newest.ByKey.Where(entry => !before.ByKey.ContainsKey(entry.Key)))
        {
            changes[key] = new(null, entry);
        }
        return changes;
    }
}

/// <summary>What an entry is called within a layer.</summary>
internal readonly record struct EntryKey(string Section, string Id)
{
    public static EntryKey Of(ParsedEntry entry) => new(entry.Section.Name, entry.Id);

    public override string ToString() => $"{Section}/{Id}";
}
