namespace WebcareHub.Contracts.Api;

/// <summary>The caller's drafts, newest first: <c>GET /api/v1/drafts</c>.</summary>
public sealed record Drafts(IReadOnlyList<DraftRow> Items);

/// <summary>A draft in a list.</summary>
/// <param name="After">The release it builds on; 0 when the layer was never published.</param>
/// <param name="Newest">The newest release of the layer; higher than <paramref name="After"/> when somebody published meanwhile.</param>
/// <param name="Changes">One Dutch sentence per changed entry or file.</param>
public sealed record DraftRow(string Layer, string Name, int After, int Newest, DateTimeOffset At, IReadOnlyList<string> Changes);

/// <summary>
/// The caller's one draft of a layer: <c>GET /api/v1/drafts/{layer}</c>. Where there is none yet, one with version 0 and no changes.
/// <c>PUT</c> replaces its files, <c>PUT …/entries/{section}/{id}</c> edits one entry of it, <c>DELETE</c> throws it away,
/// <c>POST …/validation</c> checks it, <c>POST …/rebase</c> puts it on the newest release, <c>POST …/publication</c> publishes it.
/// </summary>
/// <param name="After">The release it builds on; 0 when the layer was never published.</param>
/// <param name="Newest">The newest release of the layer.</param>
/// <param name="Version">Raised by every save; send it along, an older one is a conflict. 0 when there is no draft yet.</param>
/// <param name="Files">Only changed files: path within the layer to content, null for a file that goes.</param>
/// <param name="Changes">Changed entries, with the text as it was and as it is in the draft.</param>
public sealed record Draft(
    string Layer,
    string Name,
    int After,
    int Newest,
    long Version,
    DateTimeOffset? At,
    IReadOnlyDictionary<string, string?> Files,
    IReadOnlyList<DraftChange> Changes
);

/// <summary>A changed entry.</summary>
/// <param name="Before">Its YAML in the release the draft builds on; null when it is new.</param>
/// <param name="After">Its YAML in the draft; null when it goes.</param>
/// <param name="What">One Dutch sentence.</param>
public sealed record DraftChange(string Section, string Id, string File, string? Before, string? After, string What);

/// <summary>Save a draft as files: <c>PUT /api/v1/drafts/{layer}</c>. <paramref name="Version"/> is the one read; 0 to begin.</summary>
/// <param name="Files">Changed files only; null for a file that goes.</param>
public sealed record SaveDraft(long Version, IReadOnlyDictionary<string, string?> Files);

/// <summary>
/// Save one entry as text: <c>PUT /api/v1/drafts/{layer}/entries/{section}/{id}</c>. Everything else in its file keeps its bytes.
/// </summary>
/// <param name="Text">The YAML of the entry as shown (<c>id:</c>, <c>adjust:</c> or <c>off:</c> first); null to take the entry out.</param>
/// <param name="File">For a new entry: the file it goes to; left out, the file where entries of its section stand.</param>
public sealed record SaveEntry(long Version, string? Text, string? File = null);

/// <summary>What lint finds in a draft: <c>POST /api/v1/drafts/{layer}/validation</c>. Only findings of this layer and of those it breaks.</summary>
/// <param name="Publishable">No errors.</param>
public sealed record DraftFindings(bool Publishable, IReadOnlyList<DraftFinding> Items);

/// <summary>One finding.</summary>
/// <param name="Entry">The id of the entry, or null.</param>
/// <param name="Line">From 1, in the file as the draft has it.</param>
public sealed record DraftFinding(string Layer, string File, int Line, string? Entry, string Text, bool IsError);

/// <summary>Publish a draft: <c>POST /api/v1/drafts/{layer}/publication</c>; answers the <see cref="Release"/> and throws the draft away.</summary>
/// <param name="Notes">What changed and why, Dutch.</param>
public sealed record PublishDraft(long Version, string Notes);

/// <summary>A draft put on the newest release: <c>POST /api/v1/drafts/{layer}/rebase</c>.</summary>
/// <param name="Conflicts">Entries that both changed, one Dutch sentence each; while there are any, nothing was changed.</param>
public sealed record RebasedDraft(Draft Draft, IReadOnlyList<string> Conflicts);
