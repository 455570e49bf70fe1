using System.Text.RegularExpressions;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>How long a post is as servers count it: an address is worth a fixed number, a mention only its local part.</summary>
internal static partial class StatusLength
{
    /// <summary>Code units in stead of the characters a reader sees, so that an emoji counts for more rather than less.</summary>
    public static int Of(ReadOnlySpan<char> text, int linkLength)
    {
        var length = text.Length;
        foreach (var link in Link().EnumerateMatches(text))
        {
            length += linkLength - link.Length;
        }

        foreach (var mention in RemoteMention().EnumerateMatches(text))
        {
            var domain = text.Slice(mention.Index + 1, mention.Length - 1);
            length -= mention.Length - 1 - domain.IndexOf('@');
        }

        return length;
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/=])@[A-Za-z0-9_][A-Za-z0-9_.-]*@[\w.-]+\w", RegexOptions.CultureInvariant)]
    private static partial Regex RemoteMention();
}
