using System.Globalization;

namespace WebcareHub.RulesOfEngagement.Likeness;

/// <summary>A run of letters in a text.</summary>
/// <param name="Start">Where it stands.</param>
/// <param name="Capital">Begins with a capital.</param>
/// <param name="Begins">First of its sentence: there a capital says nothing.</param>
public readonly record struct Token(string Text, int Start, bool Capital, bool Begins);

/// <summary>Takes a text apart. What holds a digit, an at sign or the marks of an address on the web is no word.</summary>
public static class Tokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var begins = true;
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (end == at)
                begins |= text[at++] == '\n';
            else
                begins = Add(tokens, text.AsSpan(at, end - at), at, begins);
            at = Math.Max(at, end);
        }
        return tokens;
    }

    /// <summary>No word, but where somebody can be found.</summary>
    public static bool IsAddress(ReadOnlySpan<char> piece) =>
        piece.Contains('@')
        || piece.Contains("://", StringComparison.Ordinal)
        || piece.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether what follows begins a sentence.</summary>
    private static bool Add(List<Token> tokens, ReadOnlySpan<char> piece, int start, bool begins)
    {
        if (IsAddress(piece))
            return Ends(piece[^1]);
        for (var at = 0; at < piece.Length; at++)
        {
            var end = at;
            while (end < piece.Length && IsPart(piece[end]))
                end++;
            if (end > at)
            {
                if (!piece[at..end].ContainsAnyInRange('0', '9'))
                    tokens.Add(new(piece[at..end].ToString(), start + at, char.IsUpper(piece[at]), begins));
                begins = false;
            }
            if (end < piece.Length)
                begins |= Ends(piece[end]);
            at = end;
        }
        return begins;
    }

    private static bool Ends(char mark) => mark is '.' or '?' or '!' or ':';

    private static bool IsPart(char letter) =>
        char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
