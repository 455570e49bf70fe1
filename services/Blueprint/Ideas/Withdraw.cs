using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>The author takes an idea back.</summary>
internal static class Withdraw
{
    internal static Outcome Decide(Standing standing, IdeaState idea) =>
        !standing.Person.Is(idea.Author) ? Refuse("Alleen wie het idee inbracht, kan het intrekken.", Refusal.NotYours)
        : idea.Status != IdeaStatus.Open ? Refuse("Dit idee is niet meer open.")
        : Accept(new IdeaWithdrawn(standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        IdeaDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, Decide, ct);
}
