using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Satisfaction;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Inbound;

/// <summary>The conversations of one batch while its items are decided one after the other.</summary>
internal sealed class BatchWork(Edition edition, Dictionary<Guid, Conversation> conversations, Sealing sealing, DateTimeOffset now)
{
    private readonly Dictionary<(Guid Resident, string Account, string Thread), Guid> _latest = [];
    private readonly Dictionary<string, MessageIndex.Row> _messages = [];
    private readonly HashSet<Guid> _touched = [];
    private readonly List<Append> _appends = [];
    private readonly List<PendingRows.Row> _pending = [];
    private readonly List<(string Tenant, string Hash, byte[] Sealed)> _arrived = [];
    private readonly List<Known> _unplaced = [];

    public void Route(Known known)
    {
        switch (known.Item.Inbound.Content)
        {
            case InboundMessage message:
                Receive(known, message);
                break;
            case InboundEcho echo:
                See(known, echo);
                break;
            case InboundRating rating:
                Rate(known, rating);
                break;
            case InboundEdit or InboundDeletion or InboundHiding or InboundReaction:
                AmendOrKeep(known);
                break;
        }
    }

    /// <summary>Collects everything into the session.</summary>
    public void Write(EventSession session)
    {
        foreach (var append in _appends.OrderBy(append => append.Conversation.Id))
            session.Append(
                Streams.Conversation(append.Conversation.Municipality, append.Conversation.Id),
                append.From,
                append.Events,
                append.Conversation.ResidentId,
                append.Metadata
            );
        if (_touched.Count > 0)
            session.Also(WorkListRow.Write([.. _touched.Order().Select(id => conversations[id])]));
        if (_arrived.Count > 0)
            session.Also(PendingRows.Remove(_arrived));
        if (_messages.Count > 0 || _pending.Count > 0)
            session.Also(MessageIndex.Write(_messages.Values, _pending, now));
        if (_unplaced.Count > 0)
            session.Also(DeliveryRows.NotPlaced(_unplaced));
    }

    private void Receive(Known known, InboundMessage message)
    {
        var ids = new Inbound.Receive.Ids(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var resident = known.Resident!.Value;
        var latest = Latest(known);
        var arrival = new Receive.Arrival(
            known.Item.Inbound,
            message,
            resident,
            known.FirstContact && !latest.Exists,
            ids,
            known.Thread ?? ""
        );
        var events = Inbound.Receive.Decide(arrival, latest, edition.For(known.Item.Municipality), now);
        var conversation = Apply(events[0] is ConversationOpened ? Conversation.None : latest, events, known);
        _latest[(resident, conversation.Account, conversation.Thread)] = conversation.Id;
        Index(known, ids.Message, conversation);
        Unseal(known, ids.Message, conversation);
    }

    private void See(Known known, InboundEcho echo)
    {
        // The platform tells of every answer of ours as well: that one is in the thread already.
        if (known.Target is not null || _messages.ContainsKey(known.Item.Target!))
            return;
        var message = Guid.CreateVersion7();
        var latest = Latest(known);
        // What the municipality posts in public is an answer only where somebody asked.
        if (echo.Visibility == Visibility.Public && latest is not { Exists: true, Erased: false })
            return;
        var events = Amend.Decide(known.Item.Inbound, echo, known.Resident!.Value, Guid.CreateVersion7(), message, latest, now);
        var conversation = Apply(events[0] is ConversationOpened ? Conversation.None : latest, events, known);
        // In public it may be another's conversation, found by its post.
        if (echo.Visibility == Visibility.Private)
            _latest[(known.Resident.Value, conversation.Account, conversation.Thread)] = conversation.Id;
        Index(known, message, conversation);
        Unseal(known, message, conversation);
    }

    private void AmendOrKeep(Known known)
    {
        var target = _messages.TryGetValue(known.Item.Target!, out var row) ? (row.Message, row.Conversation) : known.Target;
        if (target is null && known.Resident is null)
            _unplaced.Add(known);
        else if (target is not { } found)
            _pending.Add(
                new(known.Item.Municipality, known.Item.Target!, known.Item.Inbound.EventKey, known.Resident!.Value, sealing.Seal(known))
            );
        else if (conversations.TryGetValue(found.Conversation, out var conversation))
            Apply(conversation, Amend.Decide(known.Item.Inbound.Content, found.Message, conversation, now), known);
    }

    private void Rate(Known known, InboundRating rating)
    {
        if (Latest(known) is { Exists: true, Erased: false } latest)
        {
            var rated = new SatisfactionRated(rating.Score, rating.Comment, rating.RatedAt, now);
            var inForce = edition.For(known.Item.Municipality);
            Apply(latest, TakeScore.Decide(latest, rated, new(Guid.CreateVersion7(), null), inForce, now), known);
        }
        else
            _unplaced.Add(known);
    }

    private void Unseal(Known known, Guid message, Conversation conversation)
    {
        foreach (var content in sealing.Open(known))
            conversation = Apply(conversation, Amend.Decide(content, message, conversation, now), known);
        _arrived.AddRange(known.Pending.Select(early => (known.Item.Municipality, known.Item.Target!, early.Sealed)));
    }

    private Conversation Latest(Known known)
    {
        var (inbound, thread) = (known.Item.Inbound, known.Thread ?? "");
        Guid? id = _latest.TryGetValue((known.Resident!.Value, inbound.Account, thread), out var opened) ? opened : known.Latest;
        // One account can be two channels' (comments on a page, and messages to it): an answer never goes out by the other one.
        return id is { } latest && conversations.TryGetValue(latest, out var conversation) && conversation.Channel == inbound.Channel
            ? conversation
            : Conversation.None;
    }

    private Conversation Apply(Conversation before, IReadOnlyList<object> events, Known known)
    {
        if (events.Count == 0)
            return before;
        var after = events.Aggregate(before, Conversation.Evolve) with { Version = before.Version + events.Count };
        _appends.Add(new Append(after, before.Version, events, known.Item.Metadata));
        conversations[after.Id] = after;
        _touched.Add(after.Id);
        return after;
    }

    private void Index(Known known, Guid message, Conversation conversation) =>
        _messages[known.Item.Target!] = new(known.Item.Municipality, known.Item.Target!, message, conversation.Id, known.Resident!.Value);

    private sealed record Append(Conversation Conversation, long From, IReadOnlyList<object> Events, EventMetadata Metadata);
}
