using System.Collections.Immutable;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Conversations;

/// <summary>How far our answers have got.</summary>
internal sealed partial record Conversation
{
    public ImmutableDictionary<Guid, Answer> Replies { get; init; } = ImmutableDictionary<Guid, Answer>.Empty;

    /// <param name="quiet">Nobody has to look at it when it fails.</param>
    private Conversation Ask(Guid reply, bool quiet = false) =>
        this with
        {
            Replies = Replies.SetItem(reply, Answer.Requested with { Quiet = quiet }),
        };

    private Conversation Reach(Guid replyId, int part, int parts, DeliveryState reached, bool retryable = false) =>
        WithReply(replyId, (Replies.GetValueOrDefault(replyId) ?? Answer.Requested).Reach(part, parts, reached, retryable));

    private Conversation Settle(ReplySettled e) =>
        WithReply(e.ReplyId, (Replies.GetValueOrDefault(e.ReplyId) ?? Answer.Requested).Settle(e.Part, e.SendAgain));

    private Conversation WithReply(Guid replyId, Answer answer)
    {
        var replies = Replies.SetItem(replyId, answer);
        return this with { Replies = replies, NeedsAttention = !Erased && replies.Values.Any(reply => reply.NeedsAttention) };
    }
}
