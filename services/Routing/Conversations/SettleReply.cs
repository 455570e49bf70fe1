using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A colleague decides about a part that failed or of which nobody knows whether it arrived.</summary>
internal static class SettleReply
{
    public static Outcome Decide(
        AgentRef agent,
        bool isSpokesperson,
        Guid replyId,
        int part,
        bool sendAgain,
        Conversation conversation,
        DateTimeOffset now
    )
    {
        if (conversation.Erased)
            return Refuse("De gegevens van deze inwoner zijn gewist.");
        if (!conversation.Replies.TryGetValue(replyId, out var answer))
            return Refuse("Dit antwoord staat niet in dit gesprek.", Refusal.Unknown);
        if (sendAgain && Reply.MaySpeak(agent, isSpokesperson, conversation) is { } refused)
            return refused;
        return answer.Parts.GetValueOrDefault(part) switch
        {
            { State: DeliveryState.Failed, Retryable: false } when sendAgain => Refuse("Opnieuw versturen helpt hier niet."),
            { State: DeliveryState.Failed or DeliveryState.Uncertain, LeftAlone: false }
                when sendAgain && !Window.IsOpenForColleague(conversation, now) => Refuse(
                Window.OverInWords(conversation.Channel),
                Refusal.WindowClosed
            ),
            { State: DeliveryState.Failed or DeliveryState.Uncertain, LeftAlone: false } => Accept(
                new ReplySettled(replyId, part, sendAgain, agent, now)
            ),
            { LeftAlone: true } when !sendAgain => Nothing,
            _ => Refuse("Over dit deel hoeft u niet meer te beslissen."),
        };
    }

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Guid replyId,
        Contracts.Api.SettleReply command,
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
                Decide(
                    view.Caller.Agent,
                    view.Caller.Roles.Contains("spokesperson"),
                    replyId,
                    command.Part,
                    command.SendAgain,
                    view.Conversation,
                    time.GetUtcNow()
                ),
            ct
        );
}
