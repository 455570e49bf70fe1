using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Proposals to change a layer, from a draft to a release.</summary>
internal sealed class ProposalCalls(ApiCalls api)
{
    internal Task<ProposalPage> List(string? layer, string? status, string? after) =>
        api.Get<ProposalPage>("api/v1/proposals" + BlueprintCalls.Query(("layer", layer), ("status", status), ("after", after)));

    internal Task<ProposalDetail> Read(Guid id) => api.Get<ProposalDetail>(Path(id));

    /// <summary>What the proposal would change, readable.</summary>
    internal Task<ReleaseChanges> Changes(Guid id) => api.Get<ReleaseChanges>(Path(id) + "/changes");

    internal Task<ProposalDetail?> Begin(NewProposal proposal) => api.Post<ProposalDetail>("api/v1/proposals", proposal);

    internal Task Revise(Guid id, NewProposal proposal) => api.Put<ProposalDetail>(Path(id), proposal);

    internal Task Attach(Guid id, NewEvidence evidence) => api.Post<ProposalDetail>(Path(id) + "/evidence", evidence);

    internal Task Comment(Guid id, string words) => api.Post<ProposalDetail>(Path(id) + "/comments", new NewComment(words));

    internal Task Offer(Guid id) => api.Post<ProposalDetail>(Path(id) + "/offer", new { });

    internal Task Accept(Guid id, DateTimeOffset? seen) => api.Post<ProposalDetail>(Path(id) + "/accept", new AcceptProposal(seen));

    internal Task Decline(Guid id, string reason) => api.Post<ProposalDetail>(Path(id) + "/decline", new WithReason(reason));

    internal Task Withdraw(Guid id) => api.Post<ProposalDetail>(Path(id) + "/withdraw", new { });

    internal Task Release(Guid id, ReleaseProposals release) => api.Post<ProposalDetail>(Path(id) + "/release", release);

    internal Task RecordEffect(Guid id, NewEffect effect) => api.Post<ProposalDetail>(Path(id) + "/effect", effect);

    private static string Path(Guid id) => $"api/v1/proposals/{id}";
}
