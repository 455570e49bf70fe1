namespace WebcareHub.RulesOfEngagement;

/// <summary>A field with two values.</summary>
/// <param name="Field">As written: <c>text</c>, <c>then</c>; a local fact as <c>facts.telefoon</c>.</param>
/// <param name="Label">Dutch, with article: <c>de tekst</c>.</param>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it is not there any more.</param>
/// <param name="Words">Both values in one, word by word.</param>
public sealed record FieldChange(string Field, string Label, string? Before, string? After, IReadOnlyList<WordChange> Words);

/// <summary>A run of words that stayed, went or came, with the white space and signs between them.</summary>
public sealed record WordChange(WordFate Fate, string Text);

/// <summary>What became of words.</summary>
public enum WordFate
{
    Same,
    Removed,
    Added,
}
