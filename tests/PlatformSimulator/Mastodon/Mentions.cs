using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Whom a server takes a text to name.</summary>
public static partial class Mentions
{
    /// <summary>The names, without the @ before them.</summary>
    public static IEnumerable<string> In(string text) => Mention().Matches(text).Select(found => found.Groups[1].Value);

    [GeneratedRegex(@"(?<![\w/=])@([A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:@\w(?:[\w.-]*\w)?)?)")]
    private static partial Regex Mention();
}
