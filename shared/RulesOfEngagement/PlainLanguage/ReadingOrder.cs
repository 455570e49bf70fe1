using System.Text.RegularExpressions;

namespace WebcareHub.RulesOfEngagement;

/// <summary>The answer belongs first: not what came before it, not the reason, not a long condition.</summary>
internal static partial class ReadingOrder
{
    // Longer than this before the comma, and a reader has forgotten where it began.
    private const int MostBefore = 9;

    public static IEnumerable<PlainRemark> Of(string text, IReadOnlyList<PlainSentence> sentences)
    {
        foreach (var (index, sentence) in sentences.Index())
        {
            var words = text.Substring(sentence.Start, sentence.Length);
            if (index == 0 && Preamble().Match(words) is { Success: true } preamble)
            {
                yield return Remark(sentence, preamble.Length, "Dit begin zegt nog niets.", "Laat het weg en begin met het antwoord.");
            }
            else if (index == 0 && Reason().Match(words) is { Success: true } reason)
            {
                yield return Remark(
                    sentence,
                    reason.Length,
                    "De reden staat hier voor het antwoord.",
                    "Zet het antwoord eerst en de reden daarna."
                );
            }
            else if (Condition().IsMatch(words) && Before(sentence) is > MostBefore and var before)
            {
                yield return Remark(
                    sentence,
                    sentence.Words[before].Start - sentence.Start,
                    $"Er staan {before} woorden voordat de zin zegt wat er moet gebeuren.",
                    "Begin met wat iemand kan doen. Zet daarna wanneer dat geldt."
                );
            }
        }
    }

    /// <summary>Words before the first comma; 0 when there is none.</summary>
    private static int Before(PlainSentence sentence) =>
        sentence.Words.Index().FirstOrDefault(at => at.Index > 0 && at.Item.AfterComma).Index;

    private static PlainRemark Remark(PlainSentence sentence, int length, string what, string suggestion) =>
        new(PlainKind.ReadingOrder, sentence.Start, length, what, suggestion);

    [GeneratedRegex(
        @"^(naar aanleiding van|in antwoord op|in reactie op|onder verwijzing naar|hierbij|met deze brief|met dit bericht|(wij|we) hebben (uw|je) [\p{L}]+ (in goede orde )?ontvangen|graag informeren (wij|we))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Preamble();

    [GeneratedRegex(
        @"^(omdat|aangezien|vanwege|gezien|gelet op|doordat|wegens|conform|volgens artikel|op grond van)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Reason();

    [GeneratedRegex(@"^(als|indien|wanneer|mocht|zodra|nadat|voordat|tenzij)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
