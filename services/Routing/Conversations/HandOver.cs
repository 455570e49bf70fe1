using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>To another work list or role of the same municipality.</summary>
internal static class HandOver
{
    public static Outcome Decide(AgentRef agent, Contracts.Api.HandOver command, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ when string.IsNullOrWhiteSpace(command.WorkList) => Refuse("Kies een werkvoorraad.", Refusal.Invalid),
            _ when command.WorkList.Length > 100 || command.Role?.Length > 100 || command.Reason?.Length > 1000 => Refuse(
                "Deze tekst is te lang.",
                Refusal.Invalid
            ),
            _ => Accept(new HandedOver(agent, command.WorkList, command.Role, command.Reason, now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Contracts.Api.HandOver command,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            command.ExpectedVersion,
            view => Decide(caller.Agent, command, view.Conversation, time.GetUtcNow()),
            ct
        );
}
