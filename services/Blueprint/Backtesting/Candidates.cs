using WebcareHub.Blueprint.Drafting;
using WebcareHub.Blueprint.Proposals;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>From what a caller names to the files that are tried.</summary>
internal sealed class Candidates(EventStore.EventStore store, DraftDesk drafts, ProposalDesk proposals)
{
    /// <param name="Title">Dutch, within a sentence.</param>
    internal sealed record Found(string Title, LayerFiles Layer);

    /// <summary>Null when it is not there for this caller.</summary>
    internal async Task<Found?> FindAsync(BacktestCandidate candidate, Caller caller, CancellationToken ct)
    {
        if (candidate.Proposal is { } proposal)
        {
            return await proposals.LookAsync(caller, proposal, opened => Of(opened.Proposal, opened.Around.Layer), ct);
        }

        if (candidate.Layer is not { } layer || !LayerCode.IsValid(layer) || !caller.MayRead(layer))
        {
            return null;
        }

        return candidate switch
        {
            { Files: { } files } => new($"bestanden voor {LayerCode.InWords(layer)}", new(layer, files)),
            { Draft: true } => await DraftAsync(layer, caller, ct),
            { Release: { } number } => await ReleaseAsync(layer, number, ct),
            _ => null,
        };
    }

    private static Found Of(ProposalState proposal, Layer layer) =>
        new($"voorstel '{proposal.Title}'", new(proposal.Layer, Candidate.Files(proposal.Changes, layer)));

    private async Task<Found?> DraftAsync(string layer, Caller caller, CancellationToken ct)
    {
        if (await drafts.FindAsync(caller, layer, ct) is not { } draft)
        {
            return null;
        }

        await using var shelf = await Shelf.OpenOnlyAsync(store, [layer], ct);
        var under = shelf[layer].Releases.FirstOrDefault(release => release.Number == draft.After)?.Files;
        return new($"uw concept van {LayerCode.InWords(layer)}", new(layer, draft.Over(under ?? new Dictionary<string, string>())));
    }

    private async Task<Found?> ReleaseAsync(string layer, int number, CancellationToken ct)
    {
        await using var shelf = await Shelf.OpenOnlyAsync(store, [layer], ct);
        return shelf[layer].Releases.FirstOrDefault(release => release.Number == number) is { } release
            ? new($"versie {number} van {LayerCode.InWords(layer)}", new(layer, release.Files, number, release.At))
            : null;
    }
}
