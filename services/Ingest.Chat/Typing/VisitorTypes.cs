using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Ingest.Chat.Typing;

/// <summary>The visitor is writing: colleagues who have the conversation open may know. Of what is written nothing leaves.</summary>
internal static class VisitorTypes
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        Guest guest,
        VisitRows visits,
        OutgoingBus bus,
        CancellationToken ct
    )
    {
        if (await visits.FindAsync(guest, ct) is not { } visit)
        {
            return Refusals.Unknown();
        }

        if (visit.Conversation is { } conversation)
        {
            await bus.PublishAsync(new ResidentTyping(visit.Municipality, conversation), ct);
        }

        return TypedResults.NoContent();
    }
}
