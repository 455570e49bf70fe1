using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A layer's team begins a proposal, out of ideas or by itself.</summary>
internal static class Draft
{
    internal static Outcome Decide(Standing standing, Guid id, NewProposal proposal, Surroundings around) =>
        !standing.InTeam ? Refuse("Alleen het team van deze laag kan een voorstel maken.", Refusal.NotYours)
        : Written.Check(proposal, around.Layer) is { } written ? new([], written)
        : Free(proposal.Ideas ?? [], around.Ideas, id) is { } taken ? new([], taken)
        : Accept(
            new ProposalDrafted(
                id,
                proposal.Layer,
                proposal.Title.Trim(),
                proposal.Why.Trim(),
                proposal.Ideas ?? [],
                proposal.Changes ?? [],
                proposal.Base ?? 0,
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    /// <summary>Why these ideas cannot be in this proposal; null when they can.</summary>
    internal static Refusal? Free(IReadOnlyList<Guid> wanted, IReadOnlyDictionary<Guid, IdeaState> ideas, Guid proposal)
    {
        if (wanted.FirstOrDefault(id => !ideas.ContainsKey(id)) is var unknown && unknown != Guid.Empty)
        {
            return new($"Het idee {unknown} bestaat niet in deze laag.", Refusal.Invalid);
        }

        var taken = wanted.Select(id => ideas[id]).FirstOrDefault(idea => idea.Status != IdeaStatus.Open && idea.ProposalId != proposal);
        return taken switch
        {
            null => null,
            { Status: IdeaStatus.TakenUp } => new($"Het idee '{taken.Title}' wordt al uitgewerkt in een ander voorstel.", Refusal.Conflict),
            _ => new($"Het idee '{taken.Title}' is niet meer open.", Refusal.Conflict),
        };
    }

    internal static Task<Results<Created<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        NewProposal proposal,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.DraftAsync(caller, proposal, ct);
}
