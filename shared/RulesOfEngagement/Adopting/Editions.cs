namespace WebcareHub.RulesOfEngagement;

/// <summary>The forms of the layers above that choices make; municipalities whose choices come to the same share one.</summary>
internal sealed class Editions(History history, Generation<ParsedLayer> made)
{
    /// <summary>The layers as they hold together; the very same objects where nothing was chosen.</summary>
    public IReadOnlyList<ParsedLayer> Of(IReadOnlyList<ParsedLayer> chain)
    {
        if (chain.All(layer => layer.Adoption == LayerAdoption.None))
        {
            return chain;
        }
        var force = new Force(chain, history);
        return [.. chain.Select((layer, at) => Of(layer, force.Substitutes(at), Bases(force, at)))];
    }

    private ParsedLayer Of(ParsedLayer layer, IReadOnlyDictionary<EntryKey, ParsedEntry?> substitutes, IReadOnlyList<LayerRelease> bases)
    {
        if (substitutes.Count == 0)
        {
            return layer;
        }
        var key = string.Join(
            '\n',
            substitutes.Select(each => $"{each.Key}={each.Value?.Form}").Order(StringComparer.Ordinal).Prepend(layer.Key)
        );
        return made.Once(key, () => Make(layer, substitutes, bases));
    }

    private ParsedLayer Make(ParsedLayer layer, IReadOnlyDictionary<EntryKey, ParsedEntry?> substitutes, IReadOnlyList<LayerRelease> bases)
    {
        var entries = layer
            .ByKey.Select(entry => substitutes.TryGetValue(entry.Key, out var other) ? other : entry.Value)
            .OfType<ParsedEntry>()
            .ToList();
        foreach (var (key, entry) in substitutes.Where(each => each.Value is not null && !layer.ByKey.ContainsKey(each.Key)))
        {
            entries.Insert(Place(entries, key, bases), entry!);
        }
        return new ParsedLayer(layer.Source)
        {
            Kind = layer.Kind,
            Title = layer.Title,
            Members = layer.Members,
            Inhabitants = layer.Inhabitants,
            Written = layer.Written,
            Entries = entries,
        };
    }

    /// <summary>What was withdrawn stays where it stood: behind what stood before it.</summary>
    private int Place(List<ParsedEntry> entries, EntryKey key, IReadOnlyList<LayerRelease> bases)
    {
        var then = bases.Select(history.Of).OfType<ParsedLayer>().FirstOrDefault(layer => layer.ByKey.ContainsKey(key));
        var before = then?.Entries.TakeWhile(entry => EntryKey.Of(entry) != key).Reverse() ?? [];
        return before
            .Select(entry => entries.FindIndex(other => EntryKey.Of(other) == EntryKey.Of(entry)) + 1)
            .FirstOrDefault(at => at > 0);
    }

    private static IReadOnlyList<LayerRelease> Bases(Force force, int above) =>
        [.. force.Chain.SelectMany(below => Force.Named(below.Adoption, force.Chain[above].Code)).Distinct()];
}
