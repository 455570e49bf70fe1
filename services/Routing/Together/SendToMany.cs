using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Routing.Timers;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Together;

/// <summary>
/// Sends whose turn it is, through the ordinary relay. The answer in the conversation and the recipient's row commit together: whatever breaks
/// off half-way goes on where it was, and nobody gets it twice.
/// </summary>
internal sealed class SendToMany(EventStore.EventStore store, Rulebook rulebook) : ITimedWork
{
    private const int Portion = 100;

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var due = await DueRecipient.TakeAsync(session.Connection, now, Portion, ct);
        if (due.Count == 0)
            return 0;
        var held = await DueRecipient.LockAsync(session.Connection, due, ct);
        var edition = await rulebook.AtAsync(session, ct);
        var streams = await session.ReadManyAsync([.. held.Values.Select(each => Streams.Conversation(each.Municipality, each.Id))], ct);
        var turns = due.Where(each => held.ContainsKey(each.Conversation))
            .OrderBy(each => each.Conversation)
            .Select(each => (Due: each, To: held[each.Conversation]))
            .ToArray();
        var told = StillHolds.Told(turns.Select(turn => (turn.Due.Answer, turn.To.Municipality)));
        var around = new Around(streams, edition, await CoreAnswers.SaidAsync(session.Connection, told, ct));
        var done = turns.Select(turn => (turn.Due, Outcome: Decide(turn.Due, turn.To, around, now))).ToArray();
        Append(session, held, [.. done.Select(each => (each.Due.Conversation, each.Outcome.Reply))]);
        session.Also(
            Recipients.Done(
                [.. done.Select(each => each.Due.Answer.Id)],
                [.. done.Select(each => each.Due.Conversation)],
                [.. done.Select(each => each.Outcome)]
            )
        );
        await session.CommitAsync(ct);
        return done.Length;
    }

    /// <summary>What is read once for all of a portion.</summary>
    private sealed record Around(
        IReadOnlyDictionary<StreamKey, IReadOnlyList<RecordedEvent>> Streams,
        Edition Edition,
        Dictionary<(string Tenant, Guid Message), CoreAnswer> Said
    )
    {
        public CoreAnswer? SaidBy(string tenant, Guid? message) => message is { } id ? Said.GetValueOrDefault((tenant, id)) : null;
    }

    private static SendToOne.Outcome Decide(DueRecipient due, Conversation conversation, Around around, DateTimeOffset now)
    {
        var (answer, inForce) = (due.Answer, around.Edition.For(conversation.Municipality));
        var said = around.SaidBy(conversation.Municipality, answer.Content.CoreMessageId);
        if (StillHolds.WhyNot(answer, conversation.Municipality, inForce, said, now) is { } reason)
            return new(null, reason);
        var messages = (around.Streams.GetValueOrDefault(Streams.Conversation(conversation.Municipality, conversation.Id)) ?? [])
            .Select(recorded => recorded.Data)
            .OfType<MessageReceived>()
            .ToArray();
        var to = messages.FirstOrDefault(message => message.MessageId == due.Message) ?? messages.MaxBy(message => message.SentAt);
        return SendToOne.Decide(answer, conversation, new(Guid.CreateVersion7(now), to?.ReplyTo, due.AsksMore), inForce.Blueprint, now);
    }

    private static void Append(
        EventSession session,
        Dictionary<Guid, Conversation> held,
        (Guid Conversation, ReplyRequested? Reply)[] replies
    )
    {
        var after = new List<Conversation>();
        foreach (var (id, reply) in replies)
        {
            if (reply is null)
                continue;
            var before = held[id];
            session.Append(Streams.Conversation(before.Municipality, id), before.Version, [reply], before.ResidentId);
            after.Add(Conversation.Evolve(before, reply) with { Version = before.Version + 1 });
        }
        if (after.Count > 0)
            session.Also(WorkListRow.Write(after));
    }
}
