using WebcareHub.Blueprint.Joining;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>Opens and saves drafts for who may write the layer.</summary>
internal sealed class DraftTable(DraftDesk desk, Bookcase bookcase, BlueprintTeams teams, TimeProvider time)
{
    internal static readonly Refusal Elsewhere = new(
        409,
        "Uw concept is intussen opgeslagen",
        "U hebt dit concept in een ander venster opgeslagen. Laad het opnieuw, dan ziet u wat er nu in staat."
    );

    /// <summary>The caller's draft, or an empty one on the newest release; null when the caller may not write the layer.</summary>
    internal async Task<OpenDraft?> OpenAsync(Caller caller, string layer, CancellationToken ct)
    {
        if (!LayerCode.IsValid(layer) || !await teams.MayWriteAsync(caller, layer, ct))
        {
            return null;
        }

        var edition = await bookcase.NowAsync(ct);
        var draft = await desk.FindAsync(caller, layer, ct);
        return new(edition, draft ?? DraftState.Begin(layer, edition.Newest(layer)?.Number ?? 0));
    }

    /// <summary>Every draft of the caller in a layer that is above the own municipality, or is it.</summary>
    internal async Task<IReadOnlyList<OpenDraft>> AllAsync(Caller caller, CancellationToken ct)
    {
        var edition = await bookcase.NowAsync(ct);
        var shared = edition.Layers.Keys.Where(LayerCode.IsShared);
        var drafts = await desk.ReadAsync(caller, [.. shared.Append(caller.Municipality)], ct);
        return [.. drafts.Select(draft => new OpenDraft(edition, draft))];
    }

    /// <summary>Saves what became of an opened draft; null when it was saved elsewhere in between.</summary>
    internal async Task<OpenDraft?> SaveAsync(Caller caller, OpenDraft open, DraftState draft, CancellationToken ct) =>
        await desk.SaveAsync(caller, Founded(open.Edition, draft), ct) is { } saved ? open with { Draft = saved } : null;

    /// <summary>The first draft of a municipality begins with a layer that says whose it is.</summary>
    private DraftState Founded(Edition edition, DraftState draft)
    {
        if (draft is not { After: 0, Version: 0 } || !LayerCode.IsMunicipality(draft.Layer))
        {
            return draft;
        }

        var bare = NewLayer.Bare(edition, draft.Layer, Days.Of(time.GetUtcNow())).Where(file => !draft.Files.ContainsKey(file.Key));
        return draft with
        {
            Files = draft.Files.Concat(bare.Select(file => KeyValuePair.Create(file.Key, (string?)file.Value))).ToDictionary(),
        };
    }

    internal Task DropAsync(Caller caller, string layer, CancellationToken ct) => desk.DropAsync(caller, layer, ct);
}
