using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Blueprint.Editing;

/// <summary>One entry of a layer while a colleague edits it: what is typed goes to the draft on the server, and comes back with what was noticed.</summary>
internal sealed class EditView(DeskClient desk, string layer, string section, string id, string? newTitle)
{
    internal string Layer { get; } = layer;

    internal string Section { get; } = section;

    internal string Id { get; } = id;

    /// <summary>The entry as the municipality has it; null when it is new.</summary>
    internal BlueprintEntry? Entry { get; private set; }

    internal Draft? Draft { get; private set; }

    internal EntryText Text { get; private set; } = EntryText.Read("");

    internal IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    /// <summary>May be published as it is.</summary>
    internal bool Publishable { get; private set; }

    /// <summary>Remarks on plain language per field.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<TextRemark>> Remarks => remarks;

    /// <summary>Why something did not work, Dutch.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Everything typed is on the server.</summary>
    internal bool Saved { get; private set; } = true;

    /// <summary>Raised when the fields must be drawn anew, because their text did not come from them.</summary>
    internal int Drawn { get; private set; }

    internal string Title => Draft is null ? "" : Text.Value("title") ?? Entry?.Entry.Title ?? Id;

    /// <summary>Sentences that come from above as long as this layer has none of its own: field and text.</summary>
    internal IReadOnlyList<EntryField> FromAbove =>
        Text.Settings.StartsWith("adjust:", StringComparison.Ordinal) && Entry is { } entry
            ?
            [
                .. entry.Fields.Where(each =>
                    each.Name is "text" or "informal" or "body" && !Text.Settings.Contains($"\n{each.Name}:", StringComparison.Ordinal)
                ),
            ]
            : [];

    /// <summary>The draft differs from the release.</summary>
    internal bool Changed => Draft is { Changes.Count: > 0 };

    /// <summary>Somebody published this layer since the draft was begun.</summary>
    internal bool Overtaken => Draft is { } draft && draft.Newest > draft.After && draft.Version > 0;

    internal async Task Load()
    {
        await Try(async () =>
        {
            Draft = await desk.Drafts.Read(Layer);
            Entry = await Known();
            var mine = Draft.Changes.FirstOrDefault(change => change.Section == Section && change.Id == Id);
            var own = Entry?.Layers.FirstOrDefault(each => each.Layer == Layer)?.Text;
            Text = EntryText.Read((mine is null ? own : mine.After) ?? NewEntry.Of(Section, Id, newTitle));
            Drawn++;
            await Notice();
        });
    }

    /// <summary>Takes what was typed in a field (<c>null</c>: the settings) and brings it to the draft.</summary>
    internal async Task Type(string? field, string value)
    {
        Text = field is null ? Text.WithSettings(value) : Text.With(field, value);
        Saved = false;
        typed++;
        if (!saving)
        {
            await Save();
        }
    }

    internal async Task<Release?> Publish(string notes)
    {
        Release? release = null;
        await Try(async () =>
        {
            release = await desk.Drafts.Publish(Layer, new PublishDraft(Draft!.Version, notes));
        });
        return release;
    }

    /// <summary>Puts the draft on the newest release.</summary>
    internal async Task Rebase()
    {
        IReadOnlyList<string> conflicts = [];
        await Try(async () => conflicts = (await desk.Drafts.Rebase(Layer))?.Conflicts ?? []);
        await Load();
        Problem ??= conflicts.Count > 0 ? string.Join(' ', conflicts) : null;
    }

    internal Task ThrowAway() => Try(() => desk.Drafts.ThrowAway(Layer));

    internal async Task<Preview?> Preview(NewPreview asked)
    {
        Preview? preview = null;
        await Try(async () => preview = await desk.Blueprint.Preview(asked with { Of = Changed ? new PreviewOf(Layer) : null }));
        return preview;
    }

    // What is typed while a save is under way goes with the next one; the last text always arrives.
    private async Task Save()
    {
        saving = true;
        try
        {
            var last = -1;
            while (last != typed)
            {
                last = typed;
                await Task.Delay(Pause);
                if (last == typed)
                {
                    await Try(SaveOnce);
                }
            }
        }
        finally
        {
            saving = false;
        }
    }

    private async Task SaveOnce()
    {
        var (text, at) = (Text.Text, typed);
        Draft = await desk.Drafts.Save(Layer, Section, Id, new SaveEntry(Draft!.Version, text));
        await Notice();
        Saved = at == typed;
    }

    private async Task Notice()
    {
        var prose = Text.Parts.Where(part => part is { IsLong: true, Value.Length: > 0 }).ToList();
        var (findings, noticed) = (Check(), Task.WhenAll(prose.Select(part => desk.Blueprint.Remarks(part.Value))));
        (Findings, Publishable) = await findings is var found ? (found.Items, found.Publishable) : default;
        remarks = prose.Zip(await noticed).ToDictionary(pair => pair.First.Field!, pair => pair.Second);
    }

    private Task<DraftFindings> Check() =>
        Draft is { Version: > 0 } ? desk.Drafts.Validate(Layer) : Task.FromResult(new DraftFindings(true, []));

    private async Task<BlueprintEntry?> Known()
    {
        try
        {
            return await desk.Blueprint.Entry(Section, Id);
        }
        catch (ApiRefusal refusal) when (refusal.Status == 404)
        {
            return null;
        }
    }

    private async Task Try(Func<Task> work)
    {
        try
        {
            Problem = null;
            await work();
        }
        catch (ApiRefusal refusal)
        {
            Problem = refusal.Detail;
        }
    }

    private Dictionary<string, IReadOnlyList<TextRemark>> remarks = [];
    private int typed;
    private bool saving;

    // As long as somebody keeps typing there is nothing to check.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
}
