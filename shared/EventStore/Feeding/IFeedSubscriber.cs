using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// Follows the log in order. One instance of all processes leads per <see cref="Name"/>; another takes over within seconds. The checkpoint
/// commits in the same transaction as what the handler writes through <see cref="FeedBatch.Connection"/>.
/// </summary>
public interface IFeedSubscriber
{
    /// <summary>Name of the checkpoint, e.g. <c>routing.search:All</c>.</summary>
    string Name { get; }

    /// <summary>Event types wanted; others are passed over without being decoded. Null: all.</summary>
    IReadOnlyCollection<Type>? Types { get; }

    /// <summary>
    /// While it has nothing to do: the only types that give it something to do again. Until the first of these comes, all others are passed over
    /// without being read. Null: it is at work. Asked after each batch that this process handled as leader.
    /// </summary>
    IReadOnlyCollection<Type>? Waking => null;

    /// <summary>Whether it reads what is marked personal. One that does not is spared the keys: such text is null for it, as after erasing.</summary>
    bool ReadsPersonal => true;

    /// <summary>Handles a batch, in sequence order. Throwing leaves the checkpoint where it was and the batch comes again.</summary>
    Task HandleAsync(FeedBatch batch, CancellationToken ct);
}

/// <summary>Events in sequence order, all settled.</summary>
/// <param name="Connection">Inside the transaction that also moves the checkpoint. Role <c>webcare_feed</c>: reads all tenants.</param>
public sealed record FeedBatch(IReadOnlyList<RecordedEvent> Events, NpgsqlConnection Connection);
