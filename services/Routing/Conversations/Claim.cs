using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A colleague takes a conversation.</summary>
internal static class Claim
{
    public static Outcome Decide(AgentRef agent, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld. Heropen het eerst."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            { ClaimedBy: not null } => Nothing,
            _ => Accept(new Claimed(agent, now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, null, view => Decide(view.Caller.Agent, view.Conversation, time.GetUtcNow()), ct);
}
