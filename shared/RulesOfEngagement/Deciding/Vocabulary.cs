namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// The words of the national layer, numbered and made searchable once. Municipalities look for their own words besides; those that they share
/// are neither read nor held again.
/// </summary>
/// <param name="Words">Pattern by word as written; null for what is no pattern.</param>
/// <param name="Numbers">Number by symbols, in hexadecimals.</param>
/// <param name="Automata">That mark these numbers.</param>
internal sealed record Vocabulary(
    IReadOnlyDictionary<string, NumberedPattern?> Words,
    IReadOnlyDictionary<string, int> Numbers,
    Automaton[] Automata
)
{
    public static readonly Vocabulary None = new(new Dictionary<string, NumberedPattern?>(), new Dictionary<string, int>(), []);
}

/// <param name="Words">Number of words, the weight of a hit.</param>
internal readonly record struct NumberedPattern(int Number, int Words);
