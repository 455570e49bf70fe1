using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>Set aside until a moment; a new message of the resident ends it sooner.</summary>
internal static class Snooze
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    public static Outcome Decide(AgentRef agent, DateTimeOffset until, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ when until <= now => Refuse("Kies een moment dat nog moet komen.", Refusal.Invalid),
            _ when until > now + Longest => Refuse("Een gesprek kan ten hoogste drie maanden wachten.", Refusal.Invalid),
            _ => Accept(new Snoozed(agent, until.ToUniversalTime(), now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Contracts.Api.Snooze command,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            command.ExpectedVersion,
            view => view.Helping ? Refuse(DeskView.OwnOnly) : Decide(view.Caller.Agent, command.Until, view.Conversation, time.GetUtcNow()),
            ct
        );
}
