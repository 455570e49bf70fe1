using System.Text.Json;
using System.Text.RegularExpressions;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>
/// A text of X made readable: its three HTML entities undone, <c>t.co</c> links written as where they lead, those of shown files left out, and the
/// names a reply begins with, which X itself does not show, too.
/// </summary>
internal static partial class PostText
{
    /// <summary>The longest X allows its paying members.</summary>
    private const int Longest = 25_000;

    // Each character may be written as five.
    private const int LongestEscaped = 5 * Longest;
    private const int LongestLink = 2_000;
    private const int MostLinks = 200;

    /// <summary>Null when nothing is left to read.</summary>
    /// <param name="links">What a link is written as; empty leaves it out.</param>
    /// <param name="visibleFrom">Where the visible part begins; only whole names before it go.</param>
    public static string? Of(string? told, IReadOnlyDictionary<string, string> links, int visibleFrom)
    {
        if (told is null)
        {
            return null;
        }

        var text = TextSplitter.Bound(Unescape(TextSplitter.Bound(told, LongestEscaped)), Longest);
        text = text[NamesAtStart(text, visibleFrom)..];
        text = Link().Replace(text, link => links.GetValueOrDefault(link.Value, link.Value)).Trim();
        return text.Length == 0 ? null : TextSplitter.Bound(text, Longest);
    }

    /// <summary>Where links lead, from the entities, as they were written; and those of files, which are shown themselves.</summary>
    public static IReadOnlyDictionary<string, string> Links(JsonElement? entities, IEnumerable<string> ofFiles)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var own in ofFiles)
        {
            links[own] = "";
        }

        foreach (var entity in entities.Each().Take(MostLinks))
        {
            if (entity.Text("url") is { } url && (entity.Text("unwound_url") ?? entity.Text("expanded_url")) is { } target && IsWeb(target))
            {
                links.TryAdd(url, target == $"http://{entity.Text("display_url")}" ? target["http://".Length..] : target);
            }
        }

        return links;
    }

    /// <summary>Where the visible part begins, in code points; 0 when not told.</summary>
    public static int VisibleFrom(JsonElement post) =>
        post.Get("display_text_range") is { ValueKind: JsonValueKind.Array } range
        && range.GetArrayLength() == 2
        && range[0].ValueKind == JsonValueKind.Number
        && range[0].TryGetInt32(out var from)
            ? from
            : 0;

    // These three and no others are escaped, in posts and messages of both generations.
    private static string Unescape(string text) =>
        text.Contains('&', StringComparison.Ordinal)
            ? text.Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal)
            : text;

    // The told place may lie inside a word; names are ASCII, so that code points and UTF-16 agree here.
    private static int NamesAtStart(string text, int visibleFrom)
    {
        var at = 0;
        while (at < visibleFrom && NameAtStart().Match(text, at) is { Success: true } name && name.Index + name.Length <= visibleFrom)
        {
            at = name.Index + name.Length;
        }

        return at;
    }

    private static bool IsWeb(string target) =>
        target.Length <= LongestLink
        && (
            target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        );

    [GeneratedRegex(@"https?://t\.co/[A-Za-z0-9_-]{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\G@[A-Za-z0-9_]{1,20}\s", RegexOptions.CultureInvariant)]
    private static partial Regex NameAtStart();
}
