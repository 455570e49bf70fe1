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
    /// <summary>Remarks on a text in the order of reading; slots count as one word.</summary>
    /// <param name="words">Hard words; those of a municipality are in <see cref="EffectiveBlueprint.PlainWords"/>.</param>
    public static IReadOnlyList<PlainRemark> Of(string text, IReadOnlyList<PlainWord>? words = null) => [];
}
