using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>One proposal with everything around it. An unknown one, a foreign one and another team's draft answer alike.</summary>
internal static class ShowProposal
{
    internal static async Task<Results<Ok<ProposalDetail>, NotFound>> Get(
        Guid id,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => await desk.LookAsync(caller, id, opened => opened.Detail, ct) is { } shown ? TypedResults.Ok(shown) : TypedResults.NotFound();
}
