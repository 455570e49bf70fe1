using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Satisfaction;

/// <summary>Whether this resident is asked now what they thought of the help. The chat asks by itself, anywhere else it is a message.</summary>
internal static class AskForScore
{
    /// <summary>What came too late is not asked any more: by then they have forgotten.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <param name="ReplyTo">As the channel gave it with the resident's last message.</param>
    internal sealed record To(Guid ReplyId, string? ReplyTo);

    public static IReadOnlyList<object> Decide(Conversation conversation, To to, InForce inForce, DateTimeOffset now)
    {
        if (!MayAsk(inForce, now) || !IsDue(conversation, inForce.Blueprint.Asking, now))
            return [];
        var message =
            conversation.Channel == Channel.Chat ? null : OwnWords.Say(inForce.Blueprint.Asking.Question, conversation, to, inForce, now);
        if (message is null && conversation.Channel != Channel.Chat)
            return [];
        var asked = new SatisfactionAsked(
            conversation.QuestionId!.Value,
            message?.ReplyId,
            conversation.ResolvedAt!.Value,
            inForce.Releases,
            inForce.Epoch,
            now
        );
        return message is null ? [asked] : [asked, message];
    }

    /// <summary>Whether anybody is asked here now: in the day, and not while a crisis wants quiet.</summary>
    public static bool MayAsk(InForce inForce, DateTimeOffset now) =>
        inForce.Blueprint.Asking is { Question: not null } asking
        && asking.Fits(now)
        && !inForce.Crises.Any(crisis => inForce.Blueprint.Scenarios.Any(scenario => scenario.Quiet && scenario.Id == crisis.Scenario));

    /// <summary>How long after it was done; null: never on this channel.</summary>
    public static TimeSpan? After(Asking asking, bool chat) => chat ? asking.AfterChat : asking.AfterDirect;

    private static bool IsDue(Conversation conversation, Asking asking, DateTimeOffset now) =>
        conversation is { Status: ConversationStatus.Resolved, Scoring: Scoring.Due, Visibility: Visibility.Private, Erased: false }
        && conversation is { QuestionId: not null, ResolvedAt: { } done }
        && !Exercise.Is(conversation.Municipality)
        && !asking.Never.Contains(conversation.WorkList)
        && Window.IsOpen(conversation, now)
        && After(asking, conversation.Channel == Channel.Chat) is { } after
        && done + after <= now
        && now < done + after + Late;
}
