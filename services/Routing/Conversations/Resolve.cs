using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Promises;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>Done: answered, no-reply (with the reason), referred or handled elsewhere.</summary>
internal static class Resolve
{
    private static readonly string[] Ways = ["answered", "no-reply", "referred", "handled-elsewhere"];

    public static Outcome Decide(AgentRef agent, string how, string? reason, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Status: ConversationStatus.Resolved } => Nothing,
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ when !Ways.Contains(how) => Refuse("Kies hoe het gesprek is afgehandeld.", Refusal.Invalid),
            _ when how == "no-reply" && string.IsNullOrWhiteSpace(reason) => Refuse(
                "Schrijf op waarom er geen antwoord komt.",
                Refusal.Invalid
            ),
            { PromisedUntil: not null } => Refuse(KeepPromise.StillOpen),
            { NeedsAttention: true } => Refuse("Een antwoord is niet zeker aangekomen. Beslis daar eerst over."),
            _ => Accept(new Resolved(how, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), agent, now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Contracts.Api.Resolve command,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            command.ExpectedVersion,
            view => Decide(view.Caller.Agent, command.How, command.Reason, view.Conversation, time.GetUtcNow()),
            ct
        );
}
