using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>A draft with the releases around it.</summary>
internal sealed record OpenDraft(Edition Edition, DraftState Draft)
{
    internal int NewestNumber => Edition.Newest(Draft.Layer)?.Number ?? 0;

    internal IReadOnlyDictionary<string, string> Newest => Edition.Files(Draft.Layer);

    /// <summary>The release it builds on; no files when the layer was never published.</summary>
    internal IReadOnlyDictionary<string, string> Release =>
        Edition.Layers.GetValueOrDefault(Draft.Layer)?.Releases.FirstOrDefault(release => release.Number == Draft.After)?.Files
        ?? new Dictionary<string, string>();

    /// <summary>The whole layer as the draft has it.</summary>
    internal IReadOnlyDictionary<string, string> Files => Draft.Over(Release);

    internal Draft Shown()
    {
        var (release, files) = (Release, Files);
        var changed = files
            .Where(file => release.GetValueOrDefault(file.Key) != file.Value)
            .ToDictionary(file => file.Key, file => (string?)file.Value);
        foreach (var gone in release.Keys.Where(path => !files.ContainsKey(path)))
        {
            changed[gone] = null;
        }

        return new(
            Draft.Layer,
            Edition.NameOf(Draft.Layer),
            Draft.After,
            NewestNumber,
            Draft.Version,
            Draft.At,
            changed,
            [.. DraftEdits.Of(Draft, release).Entries.Select(edit => Change(edit, release, files))]
        );
    }

    internal DraftRow Row()
    {
        var edits = DraftEdits.Of(Draft, Release);
        var changes = edits
            .Entries.Select(edit => What(edit, EntryText.Read(Release, edit.Section, edit.Id)))
            .Concat(
                edits.Files.Select(file =>
                    file.Value is null ? $"Het bestand {file.Key} gaat weg." : $"Het bestand {file.Key} is gewijzigd."
                )
            );
        return new(Draft.Layer, Edition.NameOf(Draft.Layer), Draft.After, NewestNumber, Draft.At ?? default, [.. changes]);
    }

    private static DraftChange Change(
        EntryEdit edit,
        IReadOnlyDictionary<string, string> release,
        IReadOnlyDictionary<string, string> files
    )
    {
        var before = EntryText.Find(release, edit.Section, edit.Id);
        var file = before?.File ?? EntryText.Find(files, edit.Section, edit.Id)?.File ?? edit.File ?? "";
        var text = before is null ? null : EntryText.Read(release, before);
        return new(edit.Section, edit.Id, file, text, edit.Text, What(edit, text));
    }

    private static string What(EntryEdit edit, string? before)
    {
        var title = Catalogue.FieldOf(edit.Text ?? before ?? "", "title") ?? edit.Id;
        return before is null ? $"'{title}' komt erbij."
            : edit.Text is null ? $"'{title}' gaat weg."
            : $"'{title}' is gewijzigd.";
    }
}
