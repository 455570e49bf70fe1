using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>An idea that was closed is open again: by its author what they withdrew, by the team what it declined.</summary>
internal static class Reopen
{
    internal static Outcome Decide(Standing standing, IdeaState idea) =>
        idea.Status switch
        {
            IdeaStatus.Withdrawn when standing.Person.Is(idea.Author) => Accept(new IdeaReopened(standing.Person.Agent, standing.Now)),
            IdeaStatus.Declined when standing.InTeam => Accept(new IdeaReopened(standing.Person.Agent, standing.Now)),
            IdeaStatus.Withdrawn => Refuse("Alleen wie het idee inbracht, kan het weer openen.", Refusal.NotYours),
            IdeaStatus.Declined => Refuse("Alleen het team van deze laag kan het idee weer openen.", Refusal.NotYours),
            _ => Refuse("Dit idee is niet gesloten."),
        };

    internal static Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        IdeaDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, Decide, ct);
}
