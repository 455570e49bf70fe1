using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Conversations;

/// <summary>
/// Whether a colleague acts on a view that no longer holds. How far an answer got, or a colleague's own claim or note, makes no view stale;
/// a second answer does, also by the same colleague.
/// </summary>
internal static class Staleness
{
    internal sealed record Stale(long From);

    public static Stale? Of(IReadOnlyList<RecordedEvent> events, long seen, AgentRef agent) =>
        events.Any(recorded => recorded.Version > seen && Matters(recorded.Data, agent)) ? new Stale(seen) : null;

    private static bool Matters(object @event, AgentRef agent) =>
        @event switch
        {
            MessageReceived or MessageEdited or MessageDeleted or EchoSeen or ReplyRequested or PersonalDataErased => true,
            Claimed e => e.By.Id != agent.Id,
            Released e => e.By.Id != agent.Id,
            HandedOver e => e.By.Id != agent.Id,
            NoteAdded e => e.By.Id != agent.Id,
            TopicCorrected e => e.By.Id != agent.Id,
            Snoozed e => e.By.Id != agent.Id,
            LoopPromised e => e.By.Id != agent.Id,
            LoopClosed e => e.By.Id != agent.Id,
            Resolved e => e.By.Id != agent.Id,
            Reopened e => e.By?.Id != agent.Id,
            HidingRequested e => e.By.Id != agent.Id,
            ReplySettled e => e.By.Id != agent.Id,
            _ => false,
        };
}
