using System.Net;
using System.Text;
using WebcareHub.Channels.Texts;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>
/// The HTML of a post as text: paragraphs and lines kept, links in full, nothing that could run. Takes one pass and bounded memory, whatever
/// it is given.
/// </summary>
internal sealed class HtmlText
{
    private const int LongestInput = 131_072;
    private const int LongestText = 16_384;
    private const int LongestLink = 2_048;

    private readonly StringBuilder text = new();
    private readonly bool withoutQuote;
    private (int Start, HtmlTag Tag)? link;
    private int item = -1;
    private bool verbatim;

    private HtmlText(bool withoutQuote) => this.withoutQuote = withoutQuote;

    /// <summary>The text, at most 16,384 characters; empty when there is none.</summary>
    /// <param name="withoutQuote">Leave out the line that repeats the quoted post's address: the quote itself is shown.</param>
    public static string From(string? html, bool withoutQuote = false)
    {
        if (string.IsNullOrEmpty(html))
        {
            return "";
        }

        var reading = new HtmlText(withoutQuote);
        reading.Walk(html.AsSpan(0, Math.Min(html.Length, LongestInput)));
        return TextSplitter.Bound(Tidy(reading.text.ToString()), LongestText);
    }

    private void Walk(ReadOnlySpan<char> html)
    {
        for (var at = 0; at < html.Length && text.Length < LongestText * 2; )
        {
            var next = html[at..].IndexOf('<');
            var end = next < 0 ? html.Length : at + next;
            Say(html[at..end]);
            at = end;
            if (at < html.Length && !HtmlTag.StartsAt(html, at))
            {
                text.Append('<');
                at++;
            }
            else if (at < html.Length)
            {
                Follow(html, ref at);
            }
        }

        EndLink();
    }

    private void Follow(ReadOnlySpan<char> html, ref int at)
    {
        var tag = HtmlTag.Read(html, ref at);
        var quote = withoutQuote && tag.Name == "p" && tag.Has("quote-inline");
        if (!tag.Closes && (quote || tag.Name is "script" or "style" or "template" or "iframe" or "object" or "noscript" or "svg"))
        {
            var close = html[at..].IndexOf($"</{tag.Name}", StringComparison.OrdinalIgnoreCase);
            at = close < 0 ? html.Length : at + close;
            return;
        }

        Shape(tag);
    }

    private void Shape(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "br":
                text.Append('\n');
                break;
            case "p" or "div" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr":
                text.Append("\n\n");
                break;
            case "pre":
                verbatim = !tag.Closes;
                text.Append("\n\n");
                break;
            case "ol" or "ul":
                item = tag is { Closes: false, Name: "ol" } ? 0 : -1;
                text.Append('\n');
                break;
            case "li" when !tag.Closes:
                text.Append(item < 0 ? "\n- " : $"\n{++item}. ");
                break;
            case "a" when tag.Closes:
                EndLink();
                break;
            case "a":
                EndLink();
                link = (text.Length, tag);
                break;
        }
    }

    // What a link shows is shortened, or says something else than where it goes: where it goes is what counts.
    private void EndLink()
    {
        if (link is not { } open)
        {
            return;
        }

        link = null;
        var href = open.Tag.Href.Trim();
        if (open.Tag.Has("mention") || open.Tag.Has("hashtag") || !IsWeb(href))
        {
            return;
        }

        var label = text.ToString(open.Start, text.Length - open.Start).Trim();
        text.Length = open.Start;
        text.Append(label.Length == 0 || Bare(label) == Bare(href) ? href : $"{label} ({href})");
    }

    private void Say(ReadOnlySpan<char> html)
    {
        if (html.IsEmpty)
        {
            return;
        }

        foreach (var c in WebUtility.HtmlDecode(html.ToString()))
        {
            if (verbatim && c == '\n')
            {
                text.Append(c);
            }
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                text.Append(c);
            }
            else if (char.IsWhiteSpace(c) && text.Length > 0 && (verbatim || !char.IsWhiteSpace(text[^1])))
            {
                text.Append(' ');
            }
        }
    }

    private static bool IsWeb(string href) =>
        href.Length is > 0 and <= LongestLink
        && Uri.TryCreate(href, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeMailto);

    private static string Bare(string link)
    {
        var scheme = link.IndexOf(':', StringComparison.Ordinal);
        var known = scheme is 4 or 5 or 6 && link[..scheme] is "http" or "https" or "mailto";
        return (known ? link[(scheme + 1)..] : link).Trim('/', ' ');
    }

    // At most one empty line, and no white space at the ends of lines.
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            empty = line.IsWhiteSpace() ? empty + 1 : 0;
            if (empty <= 1)
            {
                tidy.Append(line.TrimEnd()).Append('\n');
            }
        }

        return tidy.ToString().Trim();
    }
}
