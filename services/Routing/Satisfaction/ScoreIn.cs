using System.Globalization;
using System.Text.RegularExpressions;

namespace WebcareHub.Routing.Satisfaction;

/// <summary>The score in a message that is nothing else.</summary>
internal static partial class ScoreIn
{
    /// <summary>From 1 to 10; null when the message says anything besides.</summary>
    public static int? Text(string? text) =>
        text is not null && Alone().Match(text) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    // "8", "8!", "een 8", "cijfer: 8", "ik geef een 8", "8/10", "8 🙂"; not "8,5", "8?" or "8 dagen".
    [GeneratedRegex(
        @"\A\s*(?:(?:ik geef (?:u |jullie |je )?|het )?(?:een |'n |cijfer:? ?)*)(10|[1-9])(?:\s?/\s?10)?[\s.!\p{So}\p{Cs}\p{Sk}\u200d\ufe0f\u20e3]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Alone();
}
