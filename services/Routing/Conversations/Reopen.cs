using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A colleague opens a resolved conversation again and has it from then on.</summary>
internal static class Reopen
{
    public static Outcome Decide(AgentRef agent, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: not ConversationStatus.Resolved } => Nothing,
            _ => Accept(new Reopened(agent, now), new Claimed(agent, now)),
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
