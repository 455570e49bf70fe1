using System.Globalization;
using System.Text;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>Cuts an answer where this network's two limits are: what a reader sees as one character, and UTF-8 bytes.</summary>
internal static class GraphemeSplitter
{
    /// <summary>
    /// Parts on white space where there is any in the last half of a part. Nothing but the white space at a cut is lost; a character that is longer
    /// than a whole part (piled accents) is cut between code points.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int graphemes, int bytes)
    {
        var parts = new List<string>();
        var rest = text.AsMemory().Trim();
        while (rest.Length > 0)
        {
            var end = Fits(rest.Span, graphemes, bytes);
            var cut = end == rest.Length ? end : White(rest.Span, end);
            parts.Add(rest[..cut].TrimEnd().ToString());
            rest = rest[cut..].TrimStart();
        }

        return parts;
    }

    /// <summary>How many UTF-16 units from the start fit.</summary>
    private static int Fits(ReadOnlySpan<char> text, int graphemes, int bytes)
    {
        var (at, seen, used) = (0, 0, 0);
        while (at < text.Length && seen < graphemes)
        {
            var length = StringInfo.GetNextTextElementLength(text[at..]);
            var size = Encoding.UTF8.GetByteCount(text.Slice(at, length));
            if (used + size > bytes)
            {
                return at > 0 ? at : Runes(text[..length], bytes);
            }

            (at, seen, used) = (at + length, seen + 1, used + size);
        }

        return at;
    }

    private static int Runes(ReadOnlySpan<char> cluster, int bytes)
    {
        var (at, used) = (0, 0);
        while (at < cluster.Length)
        {
            Rune.DecodeFromUtf16(cluster[at..], out var rune, out var length);
            if (used + rune.Utf8SequenceLength > bytes)
            {
                break;
            }

            (at, used) = (at + length, used + rune.Utf8SequenceLength);
        }

        return Math.Max(at, 1);
    }

    private static int White(ReadOnlySpan<char> text, int end)
    {
        for (var i = end; i > end / 2; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return end;
    }
}
