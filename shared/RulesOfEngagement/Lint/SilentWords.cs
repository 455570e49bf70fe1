namespace WebcareHub.RulesOfEngagement;

/// <summary>A word that can never count, because a word that excludes it is always there with it.</summary>
internal sealed record SilentWord(string Word, string By, string Field)
{
    /// <summary>Dutch.</summary>
    public string Sentence => $"Het woord '{Word}' telt nooit mee, want '{By}' staat onder '{Field}'.";
}

/// <summary>Finds words that never match.</summary>
internal static class SilentWords
{
    /// <summary>In the words of a topic, or the conditions of a rule.</summary>
    public static IEnumerable<SilentWord> In(MergedEntry entry, Merged merged) =>
        entry.Section.Name switch
        {
            "topics" => Of("not", Formula.Words(entry.Texts("words"), merged), Formula.Words(entry.Texts("not"), merged)),
            "rules" => In(entry["when"], merged),
            _ => [],
        };

    private static IEnumerable<SilentWord> In(Node? condition, Merged merged) =>
        condition
            .Each()
            .OfType<MapNode>()
            .SelectMany(map => map.Pairs)
            .SelectMany(pair =>
                pair.Key switch
                {
                    "any" or "all" or "not" => In(pair.Value, merged),
                    "text" => Of("none", Formula.Words(pair.Value, "any", merged), Formula.Words(pair.Value, "none", merged)),
                    _ => [],
                }
            );

    private static IEnumerable<SilentWord> Of(string field, IReadOnlyList<Formula.Atom> words, IReadOnlyList<Formula.Atom> not) =>
        from word in words
        let cause = not.FirstOrDefault(other => word.Symbols.AsSpan().IndexOf(other.Symbols) >= 0)
        where cause is not null
        select new SilentWord(word.Value, cause.Value, field);
}
