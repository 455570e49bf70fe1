using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The team will not do it, and says why. Its ideas are open again.</summary>
internal static class Decline
{
    internal static Outcome Decide(Standing standing, ProposalState proposal, string? reason) =>
        !standing.InTeam ? Refuse("Alleen het team van deze laag kan een voorstel afwijzen.", Refusal.NotYours)
        : proposal.Status is not (ProposalStatus.Offered or ProposalStatus.Accepted) ? Refuse("Dit voorstel wacht niet op een besluit.")
        : Words.Check(reason, "de reden", Words.Reason) is { } refusal ? new([], refusal)
        : Accept(new ProposalDeclined(reason!.Trim(), standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        WithReason command,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, proposal, _) => Decide(standing, proposal, command.Reason), ct);
}
