using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A colleague gives a conversation back to the work list; anyone may do that for a colleague who went home.</summary>
internal static class Release
{
    public static Outcome Decide(AgentRef agent, Conversation conversation, DateTimeOffset now) =>
        conversation.ClaimedBy is null ? Nothing : Accept(new Released(agent, now));

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            null,
            view => view.MayLetGo ? Decide(view.Caller.Agent, view.Conversation, time.GetUtcNow()) : Refuse(DeskView.OwnOnly),
            ct
        );
}
