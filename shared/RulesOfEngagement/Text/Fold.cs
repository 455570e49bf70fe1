using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// Turns text into symbols for matching: case and diacritics gone, everything that is not a letter or digit a space.
/// 0 is a space, 1-26 are letters, 27-36 digits; letters of other scripts take four symbols of 37-52, so that they never collide.
/// </summary>
internal static class Fold
{
    public const int Width = 64;
    public const byte Space = 0;
    public const uint FirstDigit = 27;

    /// <summary>From here a symbol is not the whole character.</summary>
    public const byte Slow = 0xFE;
    private const byte Skip = 0xFF;
    private const byte OtherScript = 37;

    private static readonly byte[] Symbols = BuildSymbols();
    private static readonly ConcurrentDictionary<char, byte[]> SlowSymbols = new();

    /// <summary>A symbol per character; from <see cref="Slow"/> on see <see cref="Parts"/>.</summary>
    public static byte[] Table => Symbols;

    /// <summary>The symbols of a character that has more than one, or none.</summary>
    public static byte[] Parts(char c) => Symbols[c] == Skip ? [] : SlowSymbols.GetOrAdd(c, SlowOf);

    /// <summary>A word or phrase as symbols, words apart by one space, no space at the ends.</summary>
    public static byte[] Encode(string text)
    {
        var symbols = new List<byte>(text.Length);
        foreach (var c in text)
        {
            var symbol = Symbols[c];
            if (symbol >= Slow)
            {
                symbols.AddRange(Parts(c));
            }
            else if (symbol != Space || (symbols.Count > 0 && symbols[^1] != Space))
            {
                symbols.Add(symbol);
            }
        }
        if (symbols.Count > 0 && symbols[^1] == Space)
        {
            symbols.RemoveAt(symbols.Count - 1);
        }
        return [.. symbols];
    }

    private static byte[] OtherLetter(char c)
    {
        var lower = char.ToLowerInvariant(c);
        return [.. Enumerable.Range(0, 4).Select(i => (byte)(OtherScript + ((lower >> (12 - (4 * i))) & 15)))];
    }

    private static byte[] BuildSymbols()
    {
        var symbols = new byte[char.MaxValue + 1];
        for (var i = 0; i < symbols.Length; i++)
        {
            symbols[i] = SymbolOf((char)i);
        }
        return symbols;
    }

    private static byte SymbolOf(char c)
    {
        if (char.IsSurrogate(c))
        {
            return Space;
        }
        if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
        {
            return Skip;
        }
        if (!char.IsLetterOrDigit(c))
        {
            return Space;
        }
        var plain = c.ToString().Normalize(NormalizationForm.FormKD)[0];
        return char.ToLowerInvariant(Expanded(plain) is { Length: 1 } one ? one[0] : plain) switch
        {
            >= 'a' and <= 'z' and var letter when Expanded(c) is not { Length: 2 } => (byte)(letter - 'a' + 1),
            >= '0' and <= '9' and var digit => (byte)(digit - '0' + 27),
            _ => Slow,
        };
    }

    private static string? Expanded(char c) =>
        char.ToLowerInvariant(c) switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ĳ' => "ij",
            'þ' => "th",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ł' => "l",
            'ı' => "i",
            _ => null,
        };

    private static byte[] SlowOf(char c) => Expanded(c) is { } letters ? [.. letters.Select(letter => Symbols[letter])] : OtherLetter(c);
}
