using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Inbound;

/// <summary>An edit, a deletion, a hiding or a reaction on a message that is known; and an answer given outside this hub.</summary>
internal static class Amend
{
    public static IReadOnlyList<object> Decide(InboundContent content, Guid message, Conversation conversation, DateTimeOffset now) =>
        conversation.Erased
            ? []
            : content switch
            {
                InboundEdit edit => [new MessageEdited(message, edit.Text, edit.EditedAt, now)],
                InboundDeletion deletion => [new MessageDeleted(message, deletion.DeletedAt, now)],
                InboundHiding hiding => [new MessageHidden(message, hiding.Hidden, now)],
                InboundReaction reaction => [new ReactionGiven(message, reaction.Emoji, now)],
                _ => [],
            };

    public static IReadOnlyList<object> Decide(
        Contracts.Bus.Inbound inbound,
        InboundEcho echo,
        Guid residentId,
        Guid conversationId,
        Guid messageId,
        Conversation latest,
        DateTimeOffset now
    )
    {
        var seen = new EchoSeen(messageId, echo.PlatformId, echo.Kind, echo.Text, echo.SentAt, now);
        return latest is { Exists: true, Erased: false }
            ? [seen]
            :
            [
                new ConversationOpened(
                    conversationId,
                    inbound.Municipality!,
                    inbound.Channel,
                    inbound.App,
                    inbound.Account,
                    residentId,
                    Contracts.Visibility.Private,
                    null,
                    now
                ),
                seen,
            ];
    }
}
