using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Inbound;

namespace WebcareHub.Routing.Outcomes;

/// <summary>What channels tell about answers and files. Repeated messages change nothing: the state of the conversation decides.</summary>
internal sealed class OutcomeConsumer(EventStore.EventStore store, Pseudonyms pseudonyms, TimeProvider time)
    : IConsumer<ReplyOutcome>,
        IConsumer<AttachmentStored>
{
    public async Task Consume(ConsumeContext<ReplyOutcome> context)
    {
        var (outcome, ct) = (context.Message, context.CancellationToken);
        await using var session = await store.OpenAsync([outcome.Municipality], Traces.Here(context.MessageId?.ToString()), ct);
        if (await LoadAsync(session, outcome.Municipality, outcome.ConversationId, ct) is not { } conversation)
            return;
        var events = RecordOutcome.Decide(outcome, conversation).Events.ToList();
        if (outcome.PlatformId is { } platformId && events.OfType<ReplySent>().Any())
            events.AddRange(await IndexAsync(session, conversation, outcome.ReplyId, platformId, ct));
        await Desk.WriteAsync(session, conversation, events, ct);
    }

    public async Task Consume(ConsumeContext<AttachmentStored> context)
    {
        var (stored, ct) = (context.Message, context.CancellationToken);
        await using var session = await store.OpenAsync([stored.Municipality], Traces.Here(context.MessageId?.ToString()), ct);
        if (await Desk.LockAsync(session.Connection, stored.Municipality, stored.ConversationId, ct) is not { Erased: false } row)
            return;
        var events = await session.ReadAsync(Streams.Conversation(stored.Municipality, stored.ConversationId), ct);
        // Stored, and later removed in time: the last word counts.
        var known = events
            .Select(recorded => recorded.Data)
            .OfType<AttachmentArrived>()
            .LastOrDefault(file => file.FileId == stored.FileId);
        if (known is not null && (known.Failure is not null || stored.Failure is null))
            return;
        await Desk.WriteAsync(
            session,
            row,
            [new AttachmentArrived(stored.FileId, stored.ContentType, stored.Length, stored.Failure, stored.At)],
            ct
        );
    }

    private static async Task<Conversation?> LoadAsync(EventSession session, string municipality, Guid id, CancellationToken ct) =>
        await Desk.LockAsync(session.Connection, municipality, id, ct) is { } row
            ? Desk.Fold(row, await session.ReadAsync(Streams.Conversation(municipality, id), ct))
            : null;

    /// <summary>Makes the answer findable by the platform's id, and applies the reaction that came before that id was known.</summary>
    private async Task<IEnumerable<object>> IndexAsync(
        EventSession session,
        Conversation conversation,
        Guid reply,
        string platformId,
        CancellationToken ct
    )
    {
        var (hash, now) = (pseudonyms.Hash($"{conversation.Channel}/{conversation.Account}/{platformId}"), time.GetUtcNow());
        var pending = await PendingRows.ReadAsync(session.Connection, conversation.Municipality, hash, ct);
        if (pending.Count > 0)
            session.Also(PendingRows.Remove([.. pending.Select(early => (conversation.Municipality, hash, early.Sealed))]));
        var row = new MessageIndex.Row(conversation.Municipality, hash, reply, conversation.Id, conversation.ResidentId);
        session.Also(MessageIndex.Write([row], [], now));
        if (pending.Count == 0)
            return [];
        var keys = await session.TakeKeysAsync(pending.Select(early => new Resident(conversation.Municipality, early.Resident)), ct);
        return pending
            .Select(early => keys.Of(new Resident(conversation.Municipality, early.Resident)).Open(early.Sealed))
            .OfType<byte[]>()
            .SelectMany(plain => Amend.Decide(Sealing.Read(plain), reply, conversation, now))
            .ToArray();
    }
}
