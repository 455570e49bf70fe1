using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The team gives a proposal a new form. What was decided about the old one does not hold for it: it is a draft again.</summary>
internal static class Revise
{
    internal static Outcome Decide(Standing standing, ProposalState proposal, NewProposal form, Surroundings around) =>
        !standing.InTeam ? Refuse("Alleen het team van deze laag kan een voorstel wijzigen.", Refusal.NotYours)
        : !proposal.IsOpen ? Refuse("Dit voorstel is al afgerond.")
        : form.Layer != proposal.Layer ? Refuse($"Dit voorstel is voor laag {proposal.Layer}; dat blijft zo.", Refusal.Invalid)
        : Written.Check(form, around.Layer) is { } written ? new([], written)
        : Draft.Free(form.Ideas ?? [], around.Ideas, proposal.Id) is { } taken ? new([], taken)
        : Accept(
            new ProposalRevised(
                form.Title.Trim(),
                form.Why.Trim(),
                form.Ideas ?? [],
                form.Changes ?? [],
                form.Base ?? 0,
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        NewProposal form,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, proposal, around) => Decide(standing, proposal, form, around), ct, form.Ideas);
}
