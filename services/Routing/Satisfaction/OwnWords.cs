using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Inbound;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Satisfaction;

/// <summary>What the hub says beside the conversation, in the municipality's name.</summary>
internal static class OwnWords
{
    /// <summary>Null when the blueprint has no such words, or not all that belongs in them.</summary>
    public static ReplyRequested? Say(string? words, Conversation conversation, AskForScore.To to, InForce inForce, DateTimeOffset now)
    {
        if (words is null || !Window.IsOpen(conversation, now))
            return null;
        var (blueprint, rendered) = (inForce.Blueprint, inForce.Blueprint.Render(words));
        return rendered.Missing.Count > 0
            ? null
            : new ReplyRequested(
                to.ReplyId,
                Drafts.Signed(rendered.Text, blueprint.Voice.Name is { Length: > 0 } name ? $"Gemeente {name}" : null),
                null,
                null,
                null,
                null,
                null,
                [],
                true,
                Receive.System,
                conversation.WindowUntil,
                now,
                Visibility: conversation.Visibility,
                ReplyTo: to.ReplyTo,
                Aside: true
            );
    }
}
