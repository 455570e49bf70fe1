namespace WebcareHub.RulesOfEngagement;

/// <summary>What happened to something between two releases.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Same content at another place in the order; rules and topics alone, where the order counts.</summary>
    Moved,

    /// <summary>A file whose comments or layout differ and nothing else.</summary>
    CommentsOnly,
}

/// <summary>The differences of two releases of one layer, as people read them.</summary>
/// <param name="Entries">In the order of the language's headings, then as written.</param>
/// <param name="Files">Files that differ in what no entry shows: comments, layout, Markdown; files that came or went.</param>
public sealed record LayerComparison(string Layer, IReadOnlyList<EntryDifference> Entries, IReadOnlyList<FileDifference> Files)
{
    /// <summary>Every file is the same, byte for byte.</summary>
    public bool IsEmpty => Entries.Count == 0 && Files.Count == 0;
}

/// <summary>One entry that was added, removed, changed or moved.</summary>
/// <param name="Section">A heading of the language, or <c>layer</c>, <c>defaults</c> (its id is the file) or <c>register</c> (its id is a CBS code).</param>
/// <param name="Id">As written after <c>id:</c>, <c>adjust:</c> or <c>off:</c>; for a block the heading's name.</param>
/// <param name="Title">Its title now, or the last one it had; the id when it has none.</param>
/// <param name="File">Where it stands now, or stood last, within the layer.</param>
/// <param name="Sentence">Dutch.</param>
/// <param name="Fields">Of an entry that came or went: all its fields, with one side null.</param>
public sealed record EntryDifference(
    string Section,
    string Id,
    string Title,
    string File,
    ChangeKind Change,
    string Sentence,
    IReadOnlyList<FieldDifference> Fields
);

/// <summary>One field before and after.</summary>
/// <param name="Field">As in the files; one level of a block with a dot: <c>then.priority</c>, <c>facts.telefoon</c>.</param>
/// <param name="Before">Readable, lists with commas; null when the field was not there.</param>
/// <param name="Words">Pieces in reading order: same and removed together are <paramref name="Before"/>, same and added are <paramref name="After"/>.</param>
/// <param name="Sentence">Dutch.</param>
public sealed record FieldDifference(string Field, string? Before, string? After, IReadOnlyList<WordDifference> Words, string Sentence);

/// <summary>A piece of text that stayed (<see langword="null"/>), came or went.</summary>
public sealed record WordDifference(ChangeKind? Change, string Text);

/// <summary>A file that came, went, or differs in what no entry shows.</summary>
/// <param name="Path">Within the layer, with slashes.</param>
/// <param name="Sentence">Dutch.</param>
public sealed record FileDifference(string Path, ChangeKind Change, string Sentence);
