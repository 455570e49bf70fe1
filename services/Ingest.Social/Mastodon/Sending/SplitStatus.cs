using System.Text;
using WebcareHub.Channels.Texts;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>Cuts an answer into posts, on white space and by the server's own count.</summary>
internal static class SplitStatus
{
    /// <param name="limit">What one post may count.</param>
    public static IReadOnlyList<string> Split(string text, int limit, int linkLength)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var count = 0;
        foreach (var word in Words(text.Trim()))
        {
            var length = StatusLength.Of(word.AsSpan().TrimEnd(), linkLength);
            if (part.Length > 0 && count + length > limit)
            {
                parts.Add(part.ToString().TrimEnd());
                (count, part) = (0, new());
            }

            count += StatusLength.Of(word, linkLength);
            part.Append(word);
            if (length > limit)
            {
                parts.AddRange(TextSplitter.Split(part.ToString(), limit));
                (count, part) = (0, new());
            }
        }

        parts.Add(part.ToString().TrimEnd());
        return [.. parts.Where(one => one.Length > 0)];
    }

    // Each with the white space behind it.
    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            yield return text[at..end];
            at = end;
        }
    }
}
