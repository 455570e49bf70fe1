using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>What somebody is working on in one layer. Edits of entries lie over changed files, and both over the release they build on.</summary>
/// <param name="After">The release it builds on; 0 when the layer was never published.</param>
/// <param name="Version">0 when nothing was saved yet.</param>
/// <param name="Files">Changed files; null for one that goes.</param>
/// <param name="Entries">In the order of saving, one per entry.</param>
internal sealed record DraftState(
    string Layer,
    int After,
    long Version,
    IReadOnlyDictionary<string, string?> Files,
    IReadOnlyList<EntryEdit> Entries,
    DateTimeOffset? At
)
{
    internal static DraftState Begin(string layer, int after) => new(layer, after, 0, new Dictionary<string, string?>(), [], null);

    internal bool IsEmpty => Files.Count == 0 && Entries.Count == 0;

    /// <summary>The whole layer as the draft has it.</summary>
    internal IReadOnlyDictionary<string, string> Over(IReadOnlyDictionary<string, string> release) =>
        EntryText.Write(UnderEntries(release), Entries);

    /// <summary>The layer with its changed files, before the edits of entries.</summary>
    internal IReadOnlyDictionary<string, string> UnderEntries(IReadOnlyDictionary<string, string> release)
    {
        var files = new Dictionary<string, string>(release, StringComparer.Ordinal);
        foreach (var (path, content) in Files)
        {
            if (content is null)
            {
                files.Remove(path);
            }
            else
            {
                files[path] = content;
            }
        }

        return files;
    }

    /// <summary>With one entry as this text; an edit that brings nothing new is dropped.</summary>
    internal DraftState With(EntryEdit edit, IReadOnlyDictionary<string, string> release)
    {
        var others = Entries.Where(other => (other.Section, other.Id) != (edit.Section, edit.Id));
        var same = EntryText.Read(UnderEntries(release), edit.Section, edit.Id) == edit.Text?.ReplaceLineEndings("\n").TrimEnd('\n');
        return this with { Entries = same ? [.. others] : [.. others, edit] };
    }
}
