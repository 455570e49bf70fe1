namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// The words and signals of the national layer, numbered and made searchable once. Municipalities look for their own besides; those that they
/// share are neither read nor held again.
/// </summary>
/// <param name="Words">Pattern by word as written; null for what is no pattern.</param>
/// <param name="Patterns">Number by symbols, in hexadecimals.</param>
/// <param name="Signals">Number by question.</param>
/// <param name="SignalsOfPattern">By number of the pattern.</param>
/// <param name="Automata">That mark these patterns.</param>
internal sealed record Vocabulary(
    IReadOnlyDictionary<string, NumberedPattern?> Words,
    IReadOnlyDictionary<string, int> Patterns,
    IReadOnlyDictionary<(Ask Ask, string Value), int> Signals,
    int[][] SignalsOfPattern,
    Automaton[] Automata
)
{
    public static readonly Vocabulary None = new(
        new Dictionary<string, NumberedPattern?>(),
        new Dictionary<string, int>(),
        new Dictionary<(Ask Ask, string Value), int>(),
        [],
        []
    );
}

/// <param name="Words">Number of words, the weight of a hit.</param>
internal readonly record struct NumberedPattern(int Number, int Words);
