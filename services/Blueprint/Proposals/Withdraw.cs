using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The author takes a proposal back. Its ideas are open again.</summary>
internal static class Withdraw
{
    internal static Outcome Decide(Standing standing, ProposalState proposal) =>
        !standing.Person.Is(proposal.Author) ? Refuse("Alleen wie het voorstel schreef, kan het intrekken.", Refusal.NotYours)
        : !proposal.IsOpen ? Refuse("Dit voorstel is al afgerond.")
        : Accept(new ProposalWithdrawn(standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, proposal, _) => Decide(standing, proposal), ct);
}
