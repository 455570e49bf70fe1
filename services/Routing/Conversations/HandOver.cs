using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>To another work list or role of the same municipality.</summary>
internal static class HandOver
{
    /// <param name="exists">The work list and the role stand in this municipality's blueprint: elsewhere nobody would find the conversation.</param>
    public static Outcome Decide(
        AgentRef agent,
        Contracts.Api.HandOver command,
        bool exists,
        Conversation conversation,
        DateTimeOffset now
    ) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ when string.IsNullOrWhiteSpace(command.WorkList) => Refuse("Kies een werkvoorraad.", Refusal.Invalid),
            _ when !exists => Refuse("Deze werkvoorraad of rol staat niet in de blauwdruk.", Refusal.Invalid),
            _ when command.Reason?.Length > 1000 => Refuse("Deze tekst is te lang.", Refusal.Invalid),
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
            view => Decide(view.Caller.Agent, command, Exists(command, view.Blueprint), view.Conversation, time.GetUtcNow()),
            ct
        );

    private static bool Exists(Contracts.Api.HandOver command, EffectiveBlueprint blueprint) =>
        blueprint.WorkLists.Any(list => list.Id == command.WorkList)
        && (command.Role is null || blueprint.Roles.Any(role => role.Id == command.Role));
}
