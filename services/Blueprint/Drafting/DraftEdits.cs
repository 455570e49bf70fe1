using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>A draft as edits of entries, as far as it can be told so.</summary>
/// <param name="Files">Changed files that differ in more than their entries; null for one that goes.</param>
/// <param name="Entries">Edits laid over them.</param>
internal sealed record DraftEdits(IReadOnlyDictionary<string, string?> Files, IReadOnlyList<EntryEdit> Entries)
{
    /// <param name="release">The files the draft builds on.</param>
    internal static DraftEdits Of(DraftState draft, IReadOnlyDictionary<string, string> release)
    {
        var files = new Dictionary<string, string?>();
        var edits = new List<EntryEdit>();
        foreach (var (path, content) in draft.Files)
        {
            if (content is not null && release.TryGetValue(path, out var was) && Between(path, was, content) is { } found)
            {
                edits.AddRange(found);
            }
            else
            {
                files[path] = content;
            }
        }

        var said = draft.Entries.Select(edit => (edit.Section, edit.Id)).ToHashSet();
        return new(files, [.. edits.Where(edit => !said.Contains((edit.Section, edit.Id))), .. draft.Entries]);
    }

    /// <summary>The edits of entries that turn one text of a file into the other; null when they do not tell all of it.</summary>
    private static IReadOnlyList<EntryEdit>? Between(string path, string before, string after)
    {
        var (one, other) = (new Dictionary<string, string> { [path] = before }, new Dictionary<string, string> { [path] = after });
        var (old, now) = (Texts(one), Texts(other));
        IReadOnlyList<EntryEdit> edits =
        [
            .. old
                .Keys.Where(key => now.GetValueOrDefault(key) != old[key])
                .Select(key => new EntryEdit(key.Section, key.Id, now.GetValueOrDefault(key), path)),
            .. now.Where(entry => !old.ContainsKey(entry.Key))
                .Select(entry => new EntryEdit(entry.Key.Section, entry.Key.Id, entry.Value, path)),
        ];
        return EntryText.Write(one, edits)[path] == after ? edits : null;
    }

    private static Dictionary<(string Section, string Id), string> Texts(IReadOnlyDictionary<string, string> files) =>
        EntryText
            .Places(files)
            .DistinctBy(place => (place.Section, place.Id))
            .ToDictionary(place => (place.Section, place.Id), place => EntryText.Read(files, place));
}
