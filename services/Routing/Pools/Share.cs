using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Pools;

/// <summary>The owner asks a pool for help with one question, whatever the policies say; what never leaves home stays.</summary>
internal static class Share
{
    private const int LongestReason = 200;

    public static Outcome Decide(
        AgentRef agent,
        ShareConversation command,
        (IReadOnlyList<Doors.Joined> Joined, EffectiveBlueprint Blueprint) here,
        Conversation conversation,
        DateTimeOffset now
    )
    {
        var to = here.Joined.FirstOrDefault(joined => command.Pool is null || joined.Pool == command.Pool);
        return conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { Status: ConversationStatus.Resolved } => Refuse("Dit gesprek is al afgehandeld."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ when command.Reason?.Length > LongestReason => Refuse("Deze reden is te lang.", Refusal.Invalid),
            _ when to is null => Refuse("Uw gemeente doet niet mee in deze pool.", Refusal.Invalid),
            _ when !Sharing.MayLeave(conversation, here.Blueprint) || !to.Shares(conversation.Topic, here.Blueprint) => Refuse(
                "Deze vraag blijft in de eigen gemeente."
            ),
            _ when conversation.OpenTo.Contains(to.Pool) => Nothing,
            _ => Accept([
                .. conversation.ClaimedBy is null ? (object[])[] : [new Released(agent, now)],
                new OverflowOpened(
                    to.Pool,
                    OverflowCauses.ByHand,
                    string.IsNullOrWhiteSpace(command.Reason) ? $"{agent.Name} vroeg om hulp." : command.Reason.Trim(),
                    new Dictionary<string, string>(),
                    now,
                    agent
                ),
            ]),
        };
    }

    public static async Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        ShareConversation command,
        Caller caller,
        Desk desk,
        EventStore.EventStore store,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var joined = await JoinedAsync(store, caller, ct);
        return await desk.HandleAsync(
            caller,
            id,
            null,
            view =>
                view.Helping
                    ? Refuse(DeskView.OwnOnly)
                    : Decide(view.Caller.Agent, command, (joined, view.Blueprint), view.Conversation, time.GetUtcNow()),
            ct
        );
    }

    private static async Task<IReadOnlyList<Doors.Joined>> JoinedAsync(EventStore.EventStore store, Caller caller, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        return await Doors.JoinedAsync(session.Connection, caller.Municipality, ct);
    }
}
