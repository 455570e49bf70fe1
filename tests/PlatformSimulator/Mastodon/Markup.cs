using System.Net;
using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Makes of a text what a server gives: paragraphs, mentions, and links whose ends are hidden.</summary>
internal static partial class Markup
{
    public static string Of(Server server, string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => $"<p>{Line(server, paragraph)}</p>");
        return string.Concat(paragraphs);
    }

    private static string Line(Server server, string paragraph) =>
        Token()
            .Replace(WebUtility.HtmlEncode(paragraph), found => found.Value[0] == '@' ? Mention(server, found.Value) : Link(found.Value))
            .Replace("\n", "<br />");

    private static string Mention(Server server, string name) =>
        server.Known(name[1..]) is { } person
            ? $"<span class=\"h-card\" translate=\"no\"><a href=\"{person.Url}\" class=\"u-url mention\">@<span>{person.Acct.Split('@')[0]}</span></a></span>"
            : name;

    private static string Link(string address)
    {
        var scheme = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var shown = address[scheme..];
        var (seen, rest) = shown.Length > 30 ? (shown[..30], shown[30..]) : (shown, "");
        return $"<a href=\"{address}\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">{address[..scheme]}</span>"
            + $"<span class=\"{(rest.Length > 0 ? "ellipsis" : "")}\">{seen}</span><span class=\"invisible\">{rest}</span></a>";
    }

    [GeneratedRegex(@"https?://[^\s<]+|(?<![\w/=])@[A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:@[\w.-]+\w)?")]
    private static partial Regex Token();
}
