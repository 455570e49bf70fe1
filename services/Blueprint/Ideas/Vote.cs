using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>One vote per person, given and taken back while the idea is open or taken up.</summary>
internal static class Vote
{
    internal static Outcome Cast(Standing standing, IdeaState idea) =>
        idea.Voters.Contains(standing.Person.Key) ? Nothing
        : idea.Status is not (IdeaStatus.Open or IdeaStatus.TakenUp) ? Refuse("Op dit idee kan niet meer worden gestemd.")
        : Accept(new VoteCast(standing.Person.Municipality, standing.Person.Agent, standing.Now));

    internal static Outcome TakeBack(Standing standing, IdeaState idea) =>
        idea.Voters.Contains(standing.Person.Key)
            ? Accept(new VoteWithdrawn(standing.Person.Municipality, standing.Person.Agent, standing.Now))
            : Nothing;

    internal static Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        Caller caller,
        IdeaDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, Cast, ct);

    internal static Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> Delete(
        Guid id,
        Caller caller,
        IdeaDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, TakeBack, ct);
}
