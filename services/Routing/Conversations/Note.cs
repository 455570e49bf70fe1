using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A note that only colleagues read.</summary>
internal static class Note
{
    public const int MaxLength = 10_000;

    public static Outcome Decide(AgentRef agent, Guid noteId, string? text, Conversation conversation, DateTimeOffset now) =>
        conversation.Erased ? Refuse("De gegevens van deze inwoner zijn gewist.")
        : string.IsNullOrWhiteSpace(text) ? Refuse("Een notitie kan niet leeg zijn.", Refusal.Invalid)
        : text.Length > MaxLength ? Refuse($"Een notitie heeft ten hoogste {MaxLength} tekens.", Refusal.Invalid)
        : Accept(new NoteAdded(noteId, text.Trim(), agent, now));

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewNote note,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            null,
            view => Decide(view.Caller.Agent, Guid.CreateVersion7(), note.Text, view.Conversation, time.GetUtcNow()),
            ct
        );
}
