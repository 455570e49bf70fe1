using System.Buffers;
using System.Net;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>One tag: its name in lower case, and the two attributes that mean something here.</summary>
internal readonly record struct HtmlTag(string Name, bool Closes, string Class, string Href)
{
    // A tag that is longer ends at its next ">", wherever its quotes stand: no input takes more than this per character.
    private const int Longest = 4096;
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n/>");

    public bool Has(string name) => Class.Split(' ').Contains(name);

    /// <summary>Whether a tag starts here; a lone "&lt;" is text.</summary>
    public static bool StartsAt(ReadOnlySpan<char> html, int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    /// <summary>Reads the tag at <paramref name="at"/> and moves behind it; what never ends takes the rest along.</summary>
    public static HtmlTag Read(ReadOnlySpan<char> html, ref int at)
    {
        var start = at + 1;
        var end = EndOf(html, start);
        at = Math.Min(end + 1, html.Length);
        var tag = html[start..Math.Min(end, html.Length)];
        var closes = tag.StartsWith("/");
        tag = closes ? tag[1..] : tag;
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        var name = tag[..Math.Min(length, 20)].ToString().ToLowerInvariant();
        return closes ? new(name, true, "", "") : new(name, false, Attribute(tag, "class"), Attribute(tag, "href"));
    }

    private static int EndOf(ReadOnlySpan<char> html, int start)
    {
        var quote = '\0';
        for (var i = start; i < html.Length && i < start + Longest; i++)
        {
            if (quote != '\0')
            {
                quote = html[i] == quote ? '\0' : quote;
            }
            else if (html[i] == '>')
            {
                return i;
            }
            else if (html[i] is '"' or '\'')
            {
                quote = html[i];
            }
        }

        var next = html[start..].IndexOf('>');
        return next < 0 ? html.Length : start + next;
    }

    // Attributes stand as name="value", as every server writes them after its own cleaning.
    private static string Attribute(ReadOnlySpan<char> tag, string name)
    {
        for (var from = 0; tag[from..].IndexOf(name, StringComparison.OrdinalIgnoreCase) is var found and >= 0; )
        {
            var place = from + found;
            var rest = tag[(place + name.Length)..].TrimStart();
            if (place > 0 && char.IsWhiteSpace(tag[place - 1]) && rest.StartsWith("="))
            {
                return Value(rest[1..].TrimStart());
            }

            from = place + name.Length;
        }

        return "";
    }

    private static string Value(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return "";
        }

        var quoted = rest[0] is '"' or '\'';
        var value = quoted ? rest[1..] : rest;
        var end = quoted ? value.IndexOf(rest[0]) : value.IndexOfAny(Ends);
        return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
    }
}
