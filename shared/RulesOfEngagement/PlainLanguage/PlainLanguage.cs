using System.Collections.Frozen;

namespace WebcareHub.RulesOfEngagement;

/// <summary>What a remark on a text is about.</summary>
public enum PlainKind
{
    LongSentence,
    Passive,
    HardWord,
    ReadingOrder,
}

/// <summary>A remark on a text: what could be plainer, where, and how.</summary>
/// <param name="Start">Index of the first character, from 0.</param>
/// <param name="Length">In characters.</param>
/// <param name="What">Dutch, what is noticed.</param>
/// <param name="Suggestion">Dutch, what to do instead.</param>
public sealed record PlainRemark(PlainKind Kind, int Start, int Length, string What, string Suggestion);

/// <summary>A hard word and a plainer one, from the blueprint's <c>plainwords</c>.</summary>
/// <param name="Words">As written: words, <c>prefix*</c> and phrases.</param>
/// <param name="Instead">Dutch, what to write.</param>
public sealed record PlainWord(string Id, IReadOnlyList<string> Words, string Instead, string Layer);

/// <summary>Helps to write so that everybody can read it. Remarks, never a score.</summary>
public static class PlainLanguage
{
    // Guides for B1 ask for fifteen words on average and none above twenty or so.
    private const int MostWords = 20;

    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet([
        "en",
        "maar",
        "want",
        "omdat",
        "zodat",
        "terwijl",
        "waarbij",
        "waardoor",
        "waarna",
        "hoewel",
        "als",
        "dan",
        "of",
        "die",
        "dat",
    ]);

    /// <summary>Remarks on a text in the order of reading; slots count as one word.</summary>
    /// <param name="words">Hard words; those of a municipality are in <see cref="EffectiveBlueprint.PlainWords"/>.</param>
    public static IReadOnlyList<PlainRemark> Of(string text, IReadOnlyList<PlainWord>? words = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = PlainText.Sentences(text);
        var order = ReadingOrder.Of(text, sentences).ToList();
        return
        [
            .. sentences
                .SelectMany(sentence => OfSentence(sentence, words ?? []))
                .Where(remark => remark.Kind != PlainKind.HardWord || !order.Exists(whole => Covers(whole, remark)))
                .Concat(order)
                .OrderBy(remark => remark.Start)
                .ThenBy(remark => remark.Kind),
        ];
    }

    /// <summary>What is to go as a whole needs no remarks on its words.</summary>
    private static bool Covers(PlainRemark whole, PlainRemark part) =>
        part.Start >= whole.Start && part.Start + part.Length <= whole.Start + whole.Length;

    private static IEnumerable<PlainRemark> OfSentence(PlainSentence sentence, IReadOnlyList<PlainWord> words)
    {
        if (sentence.Words.Count > MostWords)
        {
            yield return new(
                PlainKind.LongSentence,
                sentence.Start,
                sentence.Length,
                $"Deze zin heeft {sentence.Words.Count} woorden.",
                Cut(sentence)
            );
        }
        if (Passive.Find(sentence) is { } passive)
        {
            yield return passive;
        }
        foreach (var remark in HardWords.Find(sentence, words))
        {
            yield return remark;
        }
    }

    /// <summary>The joint nearest to the middle is where a reader would breathe.</summary>
    private static string Cut(PlainSentence sentence)
    {
        var middle = sentence.Words.Count / 2;
        var joint = sentence
            .Words.Index()
            .Where(at => at.Index is > 4 && at.Index < sentence.Words.Count - 4 && (at.Item.AfterComma || Joints.Contains(at.Item.Text)))
            .OrderBy(at => Math.Abs(at.Index - middle) - (at.Item.AfterComma ? 3 : 0))
            .Select(at => at.Item.Text)
            .FirstOrDefault();
        return joint is null ? "Maak er twee zinnen van." : $"Maak er twee zinnen van, bijvoorbeeld voor '{joint}'.";
    }
}
