using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>What a proposal would change, in words: against the layer as it is now, or once it is decided, against the release it was made on.</summary>
internal static class CompareProposal
{
    internal static async Task<Results<Ok<ReleaseChanges>, NotFound>> Get(
        Guid id,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) =>
        await desk.LookAsync(caller, id, opened => Changes(opened.Proposal, opened.Around.Layer), ct) is { } changes
            ? TypedResults.Ok(changes)
            : TypedResults.NotFound();

    internal static ReleaseChanges Changes(ProposalState proposal, Layer now)
    {
        var ground = proposal.IsOpen ? now : now with { Releases = [.. now.Releases.Where(release => release.Number <= proposal.Base)] };
        var number = ground.Last?.Number ?? 0;
        var before = new LayerFiles(proposal.Layer, Candidate.Files([], ground));
        var after = new LayerFiles(proposal.Layer, Candidate.Files(proposal.Changes, ground));
        return CompareReleases.Shown(Comparison.Of(before, after), number, proposal.Release ?? number + 1);
    }
}
