using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A second person of the team agrees. Who wrote the proposal, or its present form, is not that person.</summary>
internal static class Agree
{
    internal static Outcome Decide(Standing standing, ProposalState proposal, Surroundings around, DateTimeOffset? seen = null) =>
        !standing.InTeam ? Outcome.Refuse("Alleen het team van deze laag kan een voorstel aannemen.", Refusal.NotYours)
        : proposal.Status != ProposalStatus.Offered ? Outcome.Refuse("Dit voorstel wacht niet op een besluit.")
        : standing.SecondPerson && (standing.Person.Is(proposal.Author) || standing.Person.Is(proposal.Reviser))
            ? Outcome.Refuse("U schreef dit voorstel zelf. Een tweede persoon van het team neemt het aan.", Refusal.SecondPerson)
        : seen is { } form && form != proposal.ChangedAt
            ? Outcome.Refuse("Het voorstel is gewijzigd sinds u het opende. Bekijk het opnieuw.")
        : around.Moved(proposal) is { } moved ? Outcome.Refuse(moved)
        : Outcome.Accept(new ProposalAccepted(standing.Person.Municipality, standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        AcceptProposal? command,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, proposal, around) => Decide(standing, proposal, around, command?.Seen), ct);
}
