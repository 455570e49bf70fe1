using System.Collections.Frozen;

namespace WebcareHub.RulesOfEngagement.Likeness;

/// <summary>
/// The words by which two questions are alike: without greetings, names, numbers, addresses and what any sentence holds. What is left may stand
/// in any order.
/// </summary>
public static class Wording
{
    /// <summary>A word as it was written, in small letters, and as it is compared.</summary>
    public readonly record struct Word(string Written, string Folded);

    // Fewer say too little: "waar?" is like nothing.
    private const int Fewest = 2;
    private const int Longest = 1_000;

    private static readonly FrozenSet<string> Empty = string.Join(
            ' ',
            // Greeting and thanking.
            "hallo hoi hey hee heej dag goedendag goedemorgen goeiemorgen goedemiddag goeiemiddag goedenavond goeienavond morgen middag avond",
            "beste geachte lieve meneer mevrouw heer dames heren mvg gr groet groeten groetjes vriendelijke vriendelijk hartelijke",
            "dank dankje dankjewel dankuwel bedankt alvast bvd vast alstublieft alsjeblieft aub svp graag sorry hopelijk",
            // What any sentence holds.
            "ik je jij jou jouw u uw jullie we wij ons onze mij me mijn hij zij ze hun hen zich men iemand",
            "de het een er d t n die dat deze dit daar hier wat welke wie en of maar want als dan dus toch ook nog al wel even ff eens gewoon nu net",
            "in op aan van voor met bij naar om te tot uit over onder door na per tegen via tussen zonder sinds",
            "ben bent is zijn was waren wordt worden werd heb hebt heeft hebben had hadden kan kun kunt kunnen mag mogen moet moeten zal zullen zou",
            "zouden wil wilt willen wilde ga gaat gaan doe doet doen weet weten vraag vragen vroeg afvragen afvroeg benieuwd eigenlijk misschien zo heel erg"
        )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text; none when too little is left to compare.</summary>
    /// <param name="author">Profile name of who wrote it: part of what is left out.</param>
    public static IReadOnlyList<Word> Of(string? text, string? author)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var tokens = Tokens.Of(text.Length > Longest ? text[..Longest] : text);
        var names = Names(tokens, author);
        var words = new List<Word>(tokens.Count);
        foreach (var token in tokens)
            if (Folded.Of(token.Text) is { Length: > 1 } folded && !names(token) && !Empty.Contains(folded))
                words.Add(new(token.Text.ToLowerInvariant(), folded));
        return words.DistinctBy(word => word.Folded).Take(Fewest).Count() < Fewest ? [] : words;
    }

    /// <summary>Which words of a text are names: a capital within a sentence, and the author's own.</summary>
    public static Func<Token, bool> Names(IReadOnlyList<Token> tokens, string? author)
    {
        HashSet<string> own = author is null ? [] : [.. Tokens.Of(author).Select(token => Folded.Of(token.Text))];
        // Who writes everything with capitals names nobody by them.
        var capitalsName = tokens.Count(token => token.Capital) * 2 <= tokens.Count;
        return token =>
            (capitalsName && token is { Capital: true, Begins: false }) || (own.Count > 0 && own.Contains(Folded.Of(token.Text)));
    }
}
