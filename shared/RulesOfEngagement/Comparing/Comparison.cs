namespace WebcareHub.RulesOfEngagement;

/// <summary>Two releases of a layer beside each other.</summary>
public static class Comparison
{
    // Where the first to set a field keeps it, the order is content.
    private static readonly string[] Ordered = ["rules", "topics"];

    private static readonly string[] Headings = ["layer", "defaults", .. Sections.All.Select(section => section.Name)];

    /// <summary>What differs, as people read it. Faulty files are compared as far as they can be read.</summary>
    public static LayerComparison Of(LayerFiles before, LayerFiles after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (was, now) = (new WrittenLayer(before), new WrittenLayer(after));
        var entries = Entries(was, now).OrderBy(entry => Rank(entry.Section)).ToList();
        return new(after.Code, entries, [.. FileComparison.Of(was, now, entries)]);
    }

    /// <summary>Two texts as pieces that stayed, went and came, whole words at a time.</summary>
    public static IReadOnlyList<WordDifference> Words(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return WordComparison.Of(WordComparison.Split(before), WordComparison.Split(after));
    }

    /// <summary>In the order of the new release, what went at its old place at the end of its heading.</summary>
    private static IEnumerable<EntryDifference> Entries(WrittenLayer was, WrittenLayer now)
    {
        var before = was.Entries.ToDictionary(WrittenLayer.Key);
        var after = now.Entries.ToDictionary(WrittenLayer.Key);
        var moved = Ordered.SelectMany(section => Moved(section, was, now)).ToHashSet();
        return now
            .Entries.Select(entry =>
                EntryComparison.Of(before.GetValueOrDefault(WrittenLayer.Key(entry)), entry, moved.Contains(WrittenLayer.Key(entry)))
            )
            .Concat(
                was.Entries.Where(entry => !after.ContainsKey(WrittenLayer.Key(entry)))
                    .Select(entry => EntryComparison.Of(entry, null, moved: false))
            )
            .OfType<EntryDifference>();
    }

    /// <summary>Entries that were there and are there, outside the longest row that kept its order.</summary>
    private static IEnumerable<(string, string)> Moved(string section, WrittenLayer was, WrittenLayer now)
    {
        var (old, present) = (Ids(was, section), Ids(now, section));
        var (both, again) = (old.Intersect(present).ToList(), present.Intersect(old).ToList());
        var kept = WordComparison.Shared(both, again).ToHashSet();
        return again.Where(id => !kept.Contains(id)).Select(id => (section, id));
    }

    private static List<string> Ids(WrittenLayer layer, string section) =>
        [.. layer.Entries.Where(entry => entry.Section == section).Select(entry => entry.Id)];

    private static int Rank(string section) => Array.IndexOf(Headings, section) is >= 0 and var rank ? rank : Headings.Length;
}
