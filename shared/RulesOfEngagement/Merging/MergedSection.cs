namespace WebcareHub.RulesOfEngagement;

/// <summary>The entries under one heading after merging. Immutable; layers that say nothing under it share it, and what was made of it.</summary>
internal sealed class MergedSection(Dictionary<string, PlacedEntry> entries)
{
    private IReadOnlyList<MergedEntry>? _inOrder;
    private object? _made;

    /// <summary>Nearest layer first, then as written.</summary>
    public IReadOnlyList<MergedEntry> InOrder =>
        _inOrder ??= [.. entries.Values.OrderByDescending(each => each.Entry.Origin).ThenBy(each => each.Order).Select(each => each.Entry)];

    public IReadOnlyDictionary<string, PlacedEntry> ById => entries;

    public MergedEntry? this[string id] => entries.GetValueOrDefault(id)?.Entry;

    /// <summary>What people read of it, made when first asked for. Of these entries alone.</summary>
    public T Once<T>(Func<MergedSection, T> make)
        where T : class => (T)(_made ??= make(this));

    /// <summary>The entries, for another layer to change.</summary>
    public Dictionary<string, PlacedEntry> Copy() => new(entries, StringComparer.Ordinal);
}

/// <summary>An entry with its place within the layer that added it.</summary>
internal sealed record PlacedEntry(MergedEntry Entry, int Order);
