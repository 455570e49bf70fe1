using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Reads facts from events. An exercise is not counted.</summary>
internal sealed class FactsOf(Pseudonyms pseudonyms)
{
    private const string Conversation = "conversation-";

    // Ten digits: among the shifts of a pool in a month two alike are not to be expected.
    private const int Digits = 10;

    /// <summary>The events that say something about hours.</summary>
    internal static readonly IReadOnlyCollection<Type> Types =
    [
        typeof(CameOnline),
        typeof(WentAway),
        typeof(WentOffline),
        typeof(Claimed),
        typeof(Released),
        typeof(HandedOver),
        typeof(Resolved),
        typeof(OverflowClosed),
        typeof(ReplyRequested),
        typeof(Snoozed),
        typeof(SnoozeEnded),
        typeof(LoopDue),
        typeof(QuestionRecognised),
        typeof(TopicCorrected),
    ];

    /// <param name="topics">Of the conversations that are taken in this batch, as known then, by event.</param>
    internal Fact? Read(RecordedEvent recorded, IReadOnlyDictionary<long, string> topics) =>
        Exercise.Is(recorded.Stream.Tenant) ? null
        : ConversationOf(recorded) is { } conversation ? OfQuestion(recorded, conversation, topics)
        : OfShift(recorded.Data);

    internal static Guid? ConversationOf(RecordedEvent recorded) =>
        recorded.Stream.Key.StartsWith(Conversation, StringComparison.Ordinal)
        && Guid.TryParse(recorded.Stream.Key.AsSpan(Conversation.Length), out var id)
            ? id
            : null;

    /// <summary>The number of a colleague's shift on a day: who does not have the key cannot tell whose it is.</summary>
    internal string NumberOf(Worker worker, DateOnly day) =>
        "D-" + pseudonyms.Hash($"shift-{worker.Id}-{day:yyyy-MM-dd}")[..Digits].ToUpperInvariant();

    private Fact? OfShift(object data) =>
        data switch
        {
            CameOnline e => new Fact.CameToWork(Of(e.Agent, e.Municipality), NumberOf(Of(e.Agent, e.Municipality), Days.Of(e.At)), e.At),
            WentAway e => new Fact.Paused(Of(e.Agent, e.Municipality), e.At),
            WentOffline e => new Fact.WentHome(Of(e.Agent, e.Municipality), e.At),
            _ => null,
        };

    private Fact? OfQuestion(RecordedEvent recorded, Guid id, IReadOnlyDictionary<long, string> topics)
    {
        var owner = recorded.Stream.Tenant;
        return recorded.Data switch
        {
            Claimed { Pool: { } pool } e => Took(
                e,
                Of(e.By, e.From ?? owner),
                new Question(id, pool, owner, topics.GetValueOrDefault(recorded.Sequence) ?? "")
            ),
            Claimed e => new Fact.Left(id, null, e.At),
            Released e => new Fact.Left(id, null, e.At),
            HandedOver e => new Fact.Left(id, null, e.At),
            Resolved e => new Fact.Left(id, e.By.Id, e.At),
            OverflowClosed e => new Fact.Closed(id, e.Pool, e.At),
            ReplyRequested { Automatic: false } e => new Fact.Answered(id, e.By.Id, e.At),
            Snoozed e => new Fact.SetAside(id, e.At),
            SnoozeEnded e => new Fact.CameBack(id, null, e.At),
            LoopDue e => new Fact.CameBack(id, null, e.At),
            QuestionRecognised e => new Fact.CameBack(id, e.Topic, e.At),
            TopicCorrected e => new Fact.Renamed(id, e.Topic, e.At),
            _ => null,
        };
    }

    private Fact.Took Took(Claimed e, Worker worker, Question question) => new(worker, NumberOf(worker, Days.Of(e.At)), question, e.At);

    /// <summary>At a question of another municipality the id has the municipality before it already.</summary>
    private static Worker Of(AgentRef agent, string municipality) =>
        new(municipality, agent.Id.StartsWith(municipality + ":", StringComparison.Ordinal) ? agent.Id : $"{municipality}:{agent.Id}");
}
