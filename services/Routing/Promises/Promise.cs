using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Promises;

/// <summary>We come back to it: what the resident was promised, and by which day.</summary>
internal static class Promise
{
    private const int MaxLength = 500;
    private const int MostDays = 366;

    public static Outcome Decide(AgentRef agent, string? what, DateOnly day, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld. Heropen het eerst."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            { PromisedUntil: not null } => Refuse("Er staat al een toezegging open. Koppel die eerst terug."),
            _ when string.IsNullOrWhiteSpace(what) => Refuse("Schrijf op wat u de inwoner belooft.", Refusal.Invalid),
            _ when what.Length > MaxLength => Refuse($"Een toezegging heeft ten hoogste {MaxLength} tekens.", Refusal.Invalid),
            _ when day < PromisedDay.Of(now) => Refuse("Kies vandaag of een latere dag.", Refusal.Invalid),
            _ when day > PromisedDay.Of(now).AddDays(MostDays) => Refuse(
                "Een toezegging kan ten hoogste een jaar vooruit.",
                Refusal.Invalid
            ),
            _ => Accept(new LoopPromised(what.Trim(), PromisedDay.Back(day, now), PromisedDay.End(day), agent, now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewPromise command,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            command.ExpectedVersion,
            view =>
                view.Helping
                    ? Refuse(DeskView.OwnOnly)
                    : Decide(view.Caller.Agent, command.What, command.Day, view.Conversation, time.GetUtcNow()),
            ct
        );
}
