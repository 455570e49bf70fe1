namespace WebcareHub.RulesOfEngagement;

/// <summary>Finds out which lists of words a text holds a word of: as conditions of rules match. Immutable; for any number of threads.</summary>
public sealed class WordLists
{
    private readonly int[] _listOf;
    private readonly Automaton[] _automata;

    /// <param name="lists">Words, <c>prefix*</c> and phrases; what is no pattern counts for nothing (lint refuses it).</param>
    public WordLists(IEnumerable<IReadOnlyList<string>> lists)
    {
        var patterns = lists
            .SelectMany((words, list) => words.Select(word => (Pattern: Pattern.Parse(word, out _), List: list)))
            .Where(each => each.Pattern is not null)
            .ToArray();
        _listOf = [.. patterns.Select(each => each.List)];
        _automata = Automaton.Build([.. patterns.Select(each => each.Pattern!.Symbols)]);
    }

    /// <summary>The places of the lists, each once, in order.</summary>
    public IReadOnlyList<int> In(string? text)
    {
        if (string.IsNullOrEmpty(text) || _listOf.Length == 0)
            return [];
        var seen = new ulong[(_listOf.Length + 63) / 64];
        foreach (var automaton in _automata)
            automaton.Mark(text, seen);
        return [.. _listOf.Where((_, at) => (seen[at >> 6] & (1UL << (at & 63))) != 0).Distinct().Order()];
    }
}
