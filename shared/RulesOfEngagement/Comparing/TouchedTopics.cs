namespace WebcareHub.RulesOfEngagement;

/// <summary>Which topics a release is about: those it changes itself, and those that its rules, answers and guidelines name.</summary>
public static class TouchedTopics
{
    private static readonly string[] Naming = ["topic", "topics", "suggest"];

    /// <param name="before">The release before; no files when there was none.</param>
    /// <param name="blueprint">In which ids are looked up.</param>
    /// <returns>Ids, in the order of the blueprint.</returns>
    public static IReadOnlyList<string> Of(LayerFiles before, LayerFiles after, EffectiveBlueprint blueprint)
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        var changed = Comparison
            .Of(before, after)
            .Entries.Where(entry => entry.Change is ChangeKind.Added or ChangeKind.Removed or ChangeKind.Changed)
            .Select(entry => (entry.Section, entry.Id))
            .ToHashSet();
        var named = new WrittenLayer(before)
            .Entries.Concat(new WrittenLayer(after).Entries)
            .Where(entry => changed.Contains(WrittenLayer.Key(entry)))
            .SelectMany(Ids)
            .ToHashSet(StringComparer.Ordinal);
        var answered = blueprint.Answers.Where(answer => named.Contains(answer.Id)).SelectMany(answer => answer.Topics);
        named.UnionWith(answered.ToList());
        return [.. blueprint.Topics.Select(topic => topic.Id).Where(named.Contains)];
    }

    // What an answer is about stands in the blueprint also when only its text was changed in this layer.
    private static IEnumerable<string> Ids(WrittenEntry entry) =>
        entry.Fields.SelectMany(field => Named(field.Key, field.Value)).Concat(entry.Section is "topics" or "answers" ? [entry.Id] : []);

    private static IEnumerable<string> Named(string field, Node node) =>
        Naming.Contains(field.Split('.')[^1])
            ? node.Texts()
            : node switch
            {
                MapNode map => map.Pairs.SelectMany(pair => Named(pair.Key, pair.Value)),
                ListNode list => list.Items.SelectMany(item => Named("", item)),
                _ => [],
            };
}
