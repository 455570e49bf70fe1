using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>How far an answer got, as its channel tells. Told twice, or late, it changes nothing.</summary>
internal static class RecordOutcome
{
    public static Outcome Decide(ReplyOutcome outcome, Conversation conversation)
    {
        if (conversation.Erased || !conversation.Replies.TryGetValue(outcome.ReplyId, out var answer))
            return Nothing;
        var known = answer.StateOf(outcome.Part);
        if (known == DeliveryState.Failed || outcome.State <= known)
            return Nothing;
        return outcome.State switch
        {
            DeliveryState.Sent => Accept(new ReplySent(outcome.ReplyId, outcome.Part, outcome.Parts, outcome.PlatformId, outcome.At)),
            DeliveryState.Delivered => Accept([
                .. SentFirst(outcome, known),
                new ReplyDelivered(outcome.ReplyId, outcome.Part, outcome.Parts, outcome.At),
            ]),
            DeliveryState.Read => Accept([
                .. SentFirst(outcome, known),
                new ReplyRead(outcome.ReplyId, outcome.Part, outcome.Parts, outcome.At),
            ]),
            DeliveryState.Failed => Accept(
                new ReplyFailed(
                    outcome.ReplyId,
                    outcome.Part,
                    outcome.Parts,
                    outcome.Reason ?? "Het antwoord is niet verstuurd.",
                    outcome.Retryable,
                    outcome.At
                )
            ),
            DeliveryState.Uncertain => Accept(
                new ReplyUncertain(
                    outcome.ReplyId,
                    outcome.Part,
                    outcome.Parts,
                    outcome.Reason ?? "Niet zeker of het antwoord is aangekomen.",
                    outcome.At
                )
            ),
            _ => Nothing,
        };
    }

    // The platform's own id must be in the stream, also when its first report says more than "sent".
    private static IEnumerable<object> SentFirst(ReplyOutcome outcome, DeliveryState known) =>
        known < DeliveryState.Sent && outcome.PlatformId is not null
            ? [new ReplySent(outcome.ReplyId, outcome.Part, outcome.Parts, outcome.PlatformId, outcome.At)]
            : [];
}
