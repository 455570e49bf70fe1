using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A public message of a resident is hidden on the platform, or shown again. What came of it is told as of an answer.</summary>
internal static class HideMessage
{
    /// <param name="HidingId">By which its outcome is told.</param>
    internal sealed record Command(Guid HidingId, Guid MessageId, bool Hide);

    public static Outcome Decide(AgentRef agent, Command command, DeskView view, DateTimeOffset now)
    {
        var (hidingId, messageId, hide) = command;
        var (conversation, events) = (view.Conversation, view.Events.Select(recorded => recorded.Data).ToArray());
        var message = events.OfType<MessageReceived>().FirstOrDefault(e => e.MessageId == messageId);
        return conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { ClaimedBy: { } other } when other.Id != agent.Id => Refuse($"{other.Name} is hier al mee bezig."),
            _ when !Means.Hides(conversation) => Refuse(
                $"Op {Channel.NameOf(conversation.Channel)} kunt u een bericht niet verbergen.",
                Refusal.Invalid
            ),
            _ when message is null => Refuse("Dit bericht staat niet in dit gesprek.", Refusal.Unknown),
            _ when events.Any(e => e is MessageDeleted deleted && deleted.MessageId == messageId) => Refuse(
                "De inwoner heeft dit bericht al verwijderd."
            ),
            _ when Wanted(messageId, events, conversation) == hide => Nothing,
            _ => Accept(new HidingRequested(hidingId, messageId, hide, message!.ReplyTo, agent, now, message.PlatformId)),
        };
    }

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Hide(
        Guid id,
        Guid messageId,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            null,
            view =>
                view.Helping
                    ? Refuse(DeskView.OwnOnly)
                    : Decide(view.Caller.Agent, new(Guid.CreateVersion7(), messageId, true), view, time.GetUtcNow()),
            ct
        );

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Unhide(
        Guid id,
        Guid messageId,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            null,
            view =>
                view.Helping
                    ? Refuse(DeskView.OwnOnly)
                    : Decide(view.Caller.Agent, new(Guid.CreateVersion7(), messageId, false), view, time.GetUtcNow()),
            ct
        );

    /// <summary>How it is on the platform, or will be when what was asked for is done. What failed counts for nothing.</summary>
    private static bool Wanted(Guid messageId, object[] events, Conversation conversation)
    {
        var hidden = false;
        foreach (var e in events)
            hidden = e switch
            {
                MessageHidden told when told.MessageId == messageId => told.Hidden,
                HidingRequested asked when asked.MessageId == messageId && !Failed(asked.ReplyId, conversation) => asked.Hidden,
                _ => hidden,
            };
        return hidden;
    }

    private static bool Failed(Guid hiding, Conversation conversation) =>
        conversation.Replies.TryGetValue(hiding, out var outcome) && outcome.State == DeliveryState.Failed;
}
