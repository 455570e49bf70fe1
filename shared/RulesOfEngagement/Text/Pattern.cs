namespace WebcareHub.RulesOfEngagement;

/// <summary>A word, <c>prefix*</c>, <c>*suffix</c>, <c>*part*</c> or phrase, ready for the automaton.</summary>
/// <param name="Symbols">With a space where a word must begin or end.</param>
/// <param name="Words">Number of words, the weight of a hit.</param>
internal sealed record Pattern(byte[] Symbols, int Words)
{
    /// <summary>Reads a pattern as authors write it; null with a Dutch reason when it cannot match anything sensible.</summary>
    public static Pattern? Parse(string text, out string? problem)
    {
        var open = text.StartsWith('*');
        var prefix = text.EndsWith('*');
        var core = text.AsSpan(open ? 1 : 0);
        core = prefix && core.Length > 0 ? core[..^1] : core;
        problem = Problem(core, open || prefix);
        if (problem is not null)
        {
            return null;
        }
        var symbols = new List<byte>(Fold.Encode(core.ToString()));
        var words = symbols.Count(symbol => symbol == Fold.Space) + 1;
        if (!open)
        {
            symbols.Insert(0, Fold.Space);
        }
        if (!prefix)
        {
            symbols.Add(Fold.Space);
        }
        return new Pattern([.. symbols], words);
    }

    private static string? Problem(ReadOnlySpan<char> core, bool starred)
    {
        var symbols = Fold.Encode(core.ToString());
        return core.Contains('*') ? "een * mag alleen aan het begin of het einde staan"
            : symbols.Length == 0 ? "er staat geen letter of cijfer in"
            : starred && symbols.Length < 3 ? "met een * erbij zijn minstens drie letters nodig"
            : null;
    }
}
