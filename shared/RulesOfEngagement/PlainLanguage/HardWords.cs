namespace WebcareHub.RulesOfEngagement;

/// <summary>Finds the hard words of the blueprint in a sentence; of two at one place the longest.</summary>
internal static class HardWords
{
    public static IEnumerable<PlainRemark> Find(PlainSentence sentence, IReadOnlyList<PlainWord> words)
    {
        var patterns = words.SelectMany(word => word.Words.Select(written => (Word: word, Parts: Parts(written)))).ToList();
        for (var at = 0; at < sentence.Words.Count; )
        {
            var found = patterns
                .Where(pattern => Fits(sentence.Words, at, pattern.Parts))
                .OrderByDescending(pattern => pattern.Parts.Count)
                .FirstOrDefault();
            if (found.Word is null)
            {
                at++;
                continue;
            }
            var (first, last) = (sentence.Words[at], sentence.Words[at + found.Parts.Count - 1]);
            var length = last.Start + last.Length - first.Start;
            var written = string.Join(' ', sentence.Words.Skip(at).Take(found.Parts.Count).Select(word => word.Text));
            yield return new(
                PlainKind.HardWord,
                first.Start,
                length,
                $"'{written}' is een moeilijk of stijf woord.",
                $"Schrijf: {found.Word.Instead}."
            );
            at += found.Parts.Count;
        }
    }

    private static List<Part> Parts(string written) =>
        [
            .. written
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => new Part(Fold.Encode(word), word.StartsWith('*'), word.EndsWith('*')))
                .Where(part => part.Symbols.Length > 0),
        ];

    private static bool Fits(IReadOnlyList<PlainToken> words, int at, List<Part> parts) =>
        parts.Count > 0 && at + parts.Count <= words.Count && parts.Index().All(part => Fits(words[at + part.Index], part.Item));

    private static bool Fits(PlainToken word, Part part) =>
        word.Text[0] != '{'
        && (part.Open, part.Prefix) switch
        {
            (false, false) => word.Folded.AsSpan().SequenceEqual(part.Symbols),
            (false, true) => word.Folded.AsSpan().StartsWith(part.Symbols),
            (true, false) => word.Folded.AsSpan().EndsWith(part.Symbols),
            _ => word.Folded.AsSpan().IndexOf(part.Symbols) >= 0,
        };

    private sealed record Part(byte[] Symbols, bool Open, bool Prefix);
}
