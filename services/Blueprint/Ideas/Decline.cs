using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>The team of the layer will not do it, and says why.</summary>
internal static class Decline
{
    internal static Outcome Decide(Standing standing, IdeaState idea, string? reason) =>
        !standing.InTeam ? Refuse("Alleen het team van deze laag kan een idee afwijzen.", Refusal.NotYours)
        : idea.Status != IdeaStatus.Open ? Refuse("Dit idee is niet meer open.")
        : Words.Check(reason, "de reden", Words.Reason) is { } refusal ? new([], refusal)
        : Accept(new IdeaDeclined(reason!.Trim(), standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        WithReason command,
        Caller caller,
        IdeaDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, idea) => Decide(standing, idea, command.Reason), ct);
}
