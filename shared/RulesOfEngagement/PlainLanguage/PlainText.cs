using System.Text.RegularExpressions;

namespace WebcareHub.RulesOfEngagement;

/// <summary>A word of a text, with the place where it stands.</summary>
/// <param name="Folded">As the search engine sees it: without case and accents.</param>
internal sealed record PlainToken(int Start, int Length, string Text, byte[] Folded, bool AfterComma);

/// <summary>A sentence with its words.</summary>
internal sealed record PlainSentence(int Start, int Length, IReadOnlyList<PlainToken> Words);

/// <summary>Takes a text apart. Slots, addresses and numbers count as one word each.</summary>
internal static partial class PlainText
{
    public static IReadOnlyList<PlainSentence> Sentences(string text)
    {
        var sentences = new List<PlainSentence>();
        var words = new List<PlainToken>();
        var end = 0;
        foreach (Match match in Word().Matches(text))
        {
            var between = text[end..match.Index];
            if (words.Count > 0 && Ends(between, words[^1].Text, match.Value))
            {
                sentences.Add(Sentence(words));
                words = [];
            }
            words.Add(new(match.Index, match.Length, match.Value, Fold.Encode(match.Value), between.AsSpan().ContainsAny(",;:()")));
            end = match.Index + match.Length;
        }
        return words.Count == 0 ? sentences : [.. sentences, Sentence(words)];
    }

    /// <summary>A new line always ends a sentence, a dot does unless it belongs to an abbreviation.</summary>
    private static bool Ends(string between, string before, string after) =>
        between.Contains('\n')
        || between.AsSpan().ContainsAny("?!")
        || (
            between.StartsWith('.')
            && between.Length > 1
            && !IsInitial(before)
            && !char.IsLower(after[0])
            && !Abbreviation().IsMatch(before)
        );

    private static bool IsInitial(string word) => word.Length == 1 && char.IsUpper(word[0]);

    private static PlainSentence Sentence(List<PlainToken> words) =>
        new(words[0].Start, words[^1].Start + words[^1].Length - words[0].Start, words);

    // A slot, an address, letters with dots (z.s.m.), a number with its marks, a word with its apostrophes and hyphens.
    [GeneratedRegex(
        @"\{[^}]*\}|(?:https?://|www\.)\S*[^\s.,;:!?)]|(?:\p{L}\.){2,}\p{L}?|\d[\d.,:]*\d|[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*"
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"^(nr|bijv|dhr|mevr|mw|ca|art|tel|blz|evt|incl|excl|max|min|resp|ing|drs|mr|st)$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();
}
