using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Together;

/// <summary>Whether one conversation gets an approved answer, in its own municipality's voice; otherwise why not.</summary>
internal static class SendToOne
{
    /// <param name="Reason">Dutch sentence; null when it goes.</param>
    internal sealed record Outcome(ReplyRequested? Reply, string? Reason);

    /// <summary>What it is an answer to.</summary>
    /// <param name="ReplyTo">As the channel gave it with the message that is answered.</param>
    /// <param name="AsksMore">The resident asked something else since: the conversation goes on waiting for that.</param>
    internal sealed record Target(Guid ReplyId, string? ReplyTo, bool AsksMore);

    public static Outcome Decide(
        Approved answer,
        Conversation conversation,
        Target target,
        EffectiveBlueprint blueprint,
        DateTimeOffset now
    )
    {
        if (WhyNot(answer, conversation, now) is { } reason)
            return new(null, reason);
        var voiced = Voiced.Of(answer, conversation, blueprint, now);
        return voiced.Text is null ? new(null, voiced.Reason) : new(Reply(answer, conversation, target, voiced, now), null);
    }

    private static string? WhyNot(Approved answer, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => "De gegevens van deze inwoner zijn gewist.",
            { Status: ConversationStatus.Resolved } when !answer.Content.Correction => "Het gesprek is al afgehandeld.",
            { Status: ConversationStatus.Answered } when !answer.Content.Correction => "Een collega heeft al geantwoord.",
            { ClaimedBy: { } other } when other.Id != answer.By.Id && !answer.Content.Correction => "Een collega is ermee bezig.",
            { ApprovalRequired: true } when !answer.Spokesperson => "Op deze vraag antwoordt een woordvoerder.",
            // The longer term of Messenger and Instagram is for what a person wrote to this one resident.
            _ when !Window.IsOpen(conversation, now) =>
                $"De inwoner schreef meer dan 24 uur geleden. {Channel.NameOf(conversation.Channel)} staat dan geen antwoord aan velen meer toe.",
            _ => null,
        };

    private static ReplyRequested Reply(Approved answer, Conversation conversation, Target target, Voiced voiced, DateTimeOffset now) =>
        new(
            target.ReplyId,
            voiced.Text,
            voiced.AnswerId,
            null,
            null,
            null,
            null,
            [],
            false,
            answer.By,
            conversation.WindowUntil,
            now,
            Visibility: conversation.Visibility,
            ReplyTo: target.ReplyTo,
            ToMany: answer.Id,
            CoreMessageId: answer.Content.CoreMessageId,
            Aside: answer.Content.Correction || target.AsksMore
        );
}
