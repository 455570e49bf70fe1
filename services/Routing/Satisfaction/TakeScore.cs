using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Satisfaction;

/// <summary>A score of the resident. A low one opens what was done again, once, in the work list where it was.</summary>
internal static class TakeScore
{
    private const string Usual = "normaal";

    // Platforms that tell time in whole seconds tell a moment too early.
    private static readonly TimeSpan Coarse = TimeSpan.FromSeconds(1);

    /// <summary>The score, when a message is nothing but the answer to what we asked; null for any other message.</summary>
    public static int? Answers(Conversation latest, InboundMessage message, Asking asking, DateTimeOffset now) =>
        latest is { Scoring: Scoring.Asked, Status: ConversationStatus.Resolved, Erased: false, AskedAt: { } asked }
        && message is { Kind: MessageKind.Text, Visibility: Visibility.Private, Attachments: null or { Count: 0 } }
        && now <= asked + TimeSpan.FromDays(asking.AnswerDays)
        && message.SentAt + Coarse >= asked
            ? ScoreIn.Text(message.Text)
            : null;

    /// <summary>What was read from a message.</summary>
    public static IReadOnlyList<object> Decide(
        Conversation latest,
        MessageReceived received,
        (int Score, Guid ReplyId) found,
        InForce inForce,
        DateTimeOffset now
    )
    {
        var rated = new SatisfactionRated(found.Score, null, received.SentAt, now, received.MessageId);
        var to = new AskForScore.To(found.ReplyId, received.ReplyTo);
        return [received, .. Decide(Conversation.Evolve(latest, received), rated, to, inForce, now)];
    }

    /// <summary>What the channel told.</summary>
    public static IReadOnlyList<object> Decide(
        Conversation conversation,
        SatisfactionRated rated,
        AskForScore.To to,
        InForce inForce,
        DateTimeOffset now
    )
    {
        var asking = inForce.Blueprint.Asking;
        var unhappy =
            rated.Score < asking.Below
            && conversation is { Status: ConversationStatus.Resolved, Visibility: Visibility.Private, Scoring: not Scoring.Unhappy };
        // A channel that told the score by itself thanks by itself.
        var words =
            unhappy ? asking.Sorry
            : rated.MessageId is null ? null
            : asking.Thanks;
        return
        [
            rated,
            .. unhappy ? OpenAgain(conversation, rated.Score, inForce, now) : [],
            .. OwnWords.Say(words, conversation, to, inForce, now) is { } said ? new[] { said } : [],
        ];
    }

    private static object[] OpenAgain(Conversation conversation, int score, InForce inForce, DateTimeOffset now)
    {
        var blueprint = inForce.Blueprint;
        return
        [
            new Reopened(null, now, new LowScore(score, blueprint.Asking.Below, inForce.Releases, inForce.Epoch)),
            new Queued(
                conversation.WorkList,
                conversation.Role,
                blueprint.Due(blueprint.Topic(conversation.Topic)?.ServiceLevel ?? Usual, now),
                conversation.Overflow,
                conversation.ApprovalRequired,
                conversation.SuggestedAnswers,
                conversation.Labels,
                now
            ),
        ];
    }
}
