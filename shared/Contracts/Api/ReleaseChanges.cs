namespace WebcareHub.Contracts.Api;

/// <summary>What differs between two releases of a layer: <c>GET /api/v1/releases/{layer}/{number}/changes?from=</c>.</summary>
/// <param name="From">The earlier release; 0 for nothing at all.</param>
/// <param name="Entries">In the order of the language's headings, then as written.</param>
/// <param name="Files">Files that came or went, and files that differ in what no entry shows, such as comments.</param>
public sealed record ReleaseChanges(
    string Layer,
    int From,
    int To,
    IReadOnlyList<EntryChange> Entries,
    IReadOnlyList<FileDifference> Files
);

/// <summary>One entry that differs.</summary>
/// <param name="Section">topics, rules, answers, …; <c>layer</c>, <c>defaults</c> or <c>register</c>.</param>
/// <param name="Change">added, removed, changed or moved.</param>
/// <param name="Sentence">Dutch.</param>
public sealed record EntryChange(
    string Section,
    string Id,
    string Title,
    string Change,
    string Sentence,
    IReadOnlyList<FieldChange> Fields
);

/// <summary>One field that differs.</summary>
/// <param name="Field">As in the files: <c>text</c>, <c>then.priority</c>, <c>facts.telefoon</c>.</param>
/// <param name="Before">Null when it was not there.</param>
/// <param name="Words">In reading order; what stayed and what went make up the text before, what stayed and what came the text after.</param>
/// <param name="Sentence">Dutch.</param>
public sealed record FieldChange(string Field, string? Before, string? After, IReadOnlyList<WordPiece> Words, string Sentence);

/// <summary>One file that differs in what no entry shows.</summary>
/// <param name="Change">added, removed, changed, moved or comments-only.</param>
/// <param name="Sentence">Dutch.</param>
public sealed record FileDifference(string Path, string Change, string Sentence);
