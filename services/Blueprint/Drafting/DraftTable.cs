using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>Opens and saves drafts for who may write the layer.</summary>
internal sealed class DraftTable(DraftDesk desk, Bookcase bookcase, BlueprintTeams teams)
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
        await desk.SaveAsync(caller, draft, ct) is { } saved ? open with { Draft = saved } : null;

    internal Task DropAsync(Caller caller, string layer, CancellationToken ct) => desk.DropAsync(caller, layer, ct);
}
