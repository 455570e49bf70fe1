using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Pools;

/// <summary>The owner takes a question back: closed to every pool and in their hands at once, whoever was busy with it.</summary>
internal static class TakeBack
{
    public static Outcome Decide(AgentRef agent, Conversation conversation, DateTimeOffset now) =>
        conversation.OpenTo.Count == 0
            ? Nothing
            : Accept([
                .. Sharing.Close(conversation, OverflowEnds.TakenBack, now, agent),
                .. conversation.ClaimedBy is null || conversation.ClaimedPool is not null ? (object[])[new Claimed(agent, now)] : [],
            ]);

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
            view => view.Helping ? Refuse(DeskView.OwnOnly) : Decide(view.Caller.Agent, view.Conversation, time.GetUtcNow()),
            ct
        );
}
