using System.Globalization;
using System.Text.RegularExpressions;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>
/// How X counts: 280 in all, where a letter of the scripts up to Georgian and ordinary punctuation is 1, any other character 2, an emoji 2 however
/// many code points it is made of, and a link 23.
/// </summary>
internal static partial class Weight
{
    public const int Limit = 280;
    private const int OfLink = 23;

    /// <summary>A stretch of text that is not cut: a link, or what a reader sees as one character.</summary>
    internal readonly record struct Piece(int Start, int Length, int Weight, bool IsSpace);

    /// <summary>The weight of a whole text.</summary>
    public static int Of(string text) => Pieces(text).Sum(piece => piece.Weight);

    /// <summary>The pieces of a text, in order, without gaps.</summary>
    public static IEnumerable<Piece> Pieces(string text)
    {
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            foreach (var piece in Characters(text, at, link.Index))
            {
                yield return piece;
            }

            // A name with a dot that X does not take for a link counts as it is written.
            yield return new(link.Index, link.Length, IsSure(link.Value) ? OfLink : Math.Max(OfLink, Plain(link.Value)), false);
            at = link.Index + link.Length;
        }

        foreach (var piece in Characters(text, at, text.Length))
        {
            yield return piece;
        }
    }

    private static IEnumerable<Piece> Characters(string text, int from, int to)
    {
        while (from < to)
        {
            var length = Math.Min(StringInfo.GetNextTextElementLength(text, from), to - from);
            yield return new(from, length, OfCluster(text.AsSpan(from, length)), char.IsWhiteSpace(text[from]));
            from += length;
        }
    }

    private static int OfCluster(ReadOnlySpan<char> cluster)
    {
        var (sum, emoji, only) = (0, false, true);
        foreach (var rune in cluster.EnumerateRunes())
        {
            sum += OfRune(rune.Value);
            emoji |= IsEmoji(rune.Value);
            only &= IsEmoji(rune.Value) || Joins(rune.Value);
        }

        return emoji && only ? 2 : sum;
    }

    private static int Plain(string text) => text.EnumerateRunes().Sum(rune => OfRune(rune.Value));

    private static int OfRune(int rune) =>
        rune is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2;

    private static bool IsEmoji(int rune) => rune is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2190 and <= 0x2BFF) or 0x20E3 or 0x3030 or 0x303D;

    // Joiners, variation selectors and tags, and what a keycap begins with.
    private static bool Joins(int rune) =>
        rune is 0x200D or 0xFE0F or (>= 0xE0020 and <= 0xE007F) or (>= '0' and <= '9') or '#' or '*' or 0xA9 or 0xAE;

    private static bool IsSure(string link) =>
        link.StartsWith("http", StringComparison.OrdinalIgnoreCase) && link.Contains("://", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?:https?://[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+\p{L}{2,24}|\b(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,24}\b)(?::[0-9]{1,5})?(?:[/?#][^\s<>""]*[^\s<>"".,;:!?')\]])?/?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Link();
}
