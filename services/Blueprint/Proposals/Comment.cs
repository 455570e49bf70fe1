using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>Anyone who sees a proposal joins the discussion.</summary>
internal static class Comment
{
    internal static Outcome Decide(Standing standing, Guid id, string? words) =>
        Words.Check(words, "uw reactie", Words.Long) is { } refusal
            ? new([], refusal)
            : Accept(new ProposalCommented(id, words!.Trim(), standing.Person.Municipality, standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewComment comment,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, _, _) => Decide(standing, Guid.CreateVersion7(), comment.Words), ct);
}
