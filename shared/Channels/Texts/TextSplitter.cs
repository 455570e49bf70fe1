using System.Globalization;

namespace WebcareHub.Channels.Texts;

/// <summary>Cuts an answer into parts that a platform accepts.</summary>
public static class TextSplitter
{
    /// <summary>
    /// Parts of at most <paramref name="limit"/> UTF-16 code units, cut on white space where there is any in the last half of a part, and
    /// never inside what a reader sees as one character. Nothing but the white space at a cut is lost.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        var parts = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > limit)
        {
            var cut = CutAt(rest, limit);
            parts.Add(rest[..cut].TrimEnd().ToString());
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            parts.Add(rest.ToString());
        }

        return parts;
    }

    /// <summary>The text, or its beginning ending in an ellipsis when it is longer than <paramref name="limit"/> code units.</summary>
    public static string Bound(string text, int limit) =>
        text.Length <= limit ? text : string.Concat(text.AsSpan(0, Boundary(text, limit - 1)), "…");

    private static int CutAt(ReadOnlySpan<char> text, int limit)
    {
        for (var i = limit; i > limit / 2; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return Boundary(text, limit);
    }

    // The last grapheme boundary at or before limit. A cluster longer than a whole part (piled accents) is cut between code points.
    private static int Boundary(ReadOnlySpan<char> text, int limit)
    {
        var start = Math.Max(0, limit - 256);
        while (start > 0 && !IsPlain(text[start]))
        {
            start--;
        }

        var at = start;
        while (at < text.Length)
        {
            var next = at + StringInfo.GetNextTextElementLength(text[at..]);
            if (next > limit)
            {
                break;
            }

            at = next;
        }

        return at > 0 ? at
            : char.IsLowSurrogate(text[limit]) ? limit - 1
            : limit;
    }

    private static bool IsPlain(char c) => c is >= ' ' and < '\u007f';
}
