namespace WebcareHub.RulesOfEngagement.Likeness;

/// <summary>How a folded word sounds, roughly: what Dutch people write in two ways becomes one, so that a slip costs less.</summary>
public static class Spelling
{
    /// <summary>Writes it into <paramref name="sound"/>, at least as long as the word; how many letters that are.</summary>
    public static int Sound(ReadOnlySpan<char> word, Span<char> sound)
    {
        var length = 0;
        for (var at = 0; at < word.Length; at++)
        {
            var next = at + 1 < word.Length ? word[at + 1] : '\0';
            var (first, second, taken) = Letters(word[at], next);
            Put(sound, ref length, first);
            if (second != '\0')
                Put(sound, ref length, second);
            at += taken - 1;
        }
        return length;
    }

    private static (char First, char Second, int Taken) Letters(char letter, char next) =>
        (letter, next) switch
        {
            ('i', 'j') => ('e', 'i', 2),
            ('o', 'u') => ('a', 'u', 2),
            ('c', 'h') => ('g', '\0', 2),
            ('d', 't') => ('t', '\0', 2),
            ('d', '\0') => ('t', '\0', 1),
            ('c', _) => ('k', '\0', 1),
            ('z', _) => ('s', '\0', 1),
            ('v', _) => ('f', '\0', 1),
            _ => (letter, '\0', 1),
        };

    // Doubling follows from the syllable: bomen, boomen, bommen.
    private static void Put(Span<char> sound, ref int length, char letter)
    {
        if (length == 0 || sound[length - 1] != letter)
            sound[length++] = letter;
    }
}
