using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Promises;

/// <summary>The resident was told the outcome; a colleague of another municipality who helps may be the one who did.</summary>
internal static class KeepPromise
{
    public const string StillOpen = "Er staat nog een toezegging open. Kies eerst 'Teruggekoppeld'.";

    public static Outcome Decide(AgentRef agent, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { PromisedUntil: null } => Nothing,
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ => Accept(new LoopClosed(agent, now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        OnVersion command,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, command.ExpectedVersion, view => Decide(view.Caller.Agent, view.Conversation, time.GetUtcNow()), ct);
}
