using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Relay;

/// <summary>What a channel that keeps conversations itself hears of how one stands.</summary>
internal static class Rested
{
    /// <summary>Null for what does not concern it.</summary>
    public static ConversationRested? Of(object happened, Sender sender, IReadOnlyList<string> known)
    {
        ConversationRested Tell(bool done, DateTimeOffset at, bool ask = false) =>
            new(sender.Municipality, sender.Conversation, sender.Channel, known, done, at, ask);
        return happened switch
        {
            Resolved e => Tell(true, e.At),
            Reopened e => Tell(false, e.At),
            SatisfactionAsked { ReplyId: null } e => Tell(true, e.At, ask: true),
            _ => null,
        };
    }
}
