namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>One message for the hot path.</summary>
/// <param name="Queue">A queue that <see cref="HotQueues"/> declares on both sides.</param>
/// <param name="Body">JSON, UTF-8. Must not change until publishing has returned.</param>
/// <param name="MessageId">Stays the same when the same thing is published again.</param>
/// <param name="Municipality">CBS code, or null when the account is registered with nobody.</param>
public sealed record HotMessage(string Queue, ReadOnlyMemory<byte> Body, string MessageId, string? Municipality);

/// <summary>One message as it arrived; <see cref="Body"/> is the receiver's own copy.</summary>
/// <param name="Queue">Where it came from.</param>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="MessageId">As the publisher gave it.</param>
/// <param name="Municipality">CBS code, or null.</param>
/// <param name="TraceParent">W3C trace context of the publisher, or null.</param>
public sealed record HotDelivery(string Queue, ReadOnlyMemory<byte> Body, string MessageId, string? Municipality, string? TraceParent);

/// <summary>Takes batches from a hot queue. Every implementation is a consumer of one queue.</summary>
public interface IHotHandler
{
    /// <summary>
    /// Handles a batch completely: what it wrote is committed when it returns. Throwing makes the messages come again, one by one, unless the
    /// failure is one of infrastructure: then the same batch comes again, later.
    /// </summary>
    Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct);

    /// <summary>Ids of the people a message is about (as in <c>PlatformPerson.Ids</c>), so that erasing them finds its dead letter, and so that messages with the same first one are
    /// handled in the order they came. Empty when it cannot be read.</summary>
    IReadOnlyList<string> SubjectsOf(HotDelivery delivery);
}

/// <summary>How a hot queue is consumed. The defaults are measured.</summary>
public sealed record HotConsumerOptions
{
    /// <summary>Messages per batch.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>Batches handled at the same time.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Unacknowledged broker messages.</summary>
    public ushort Prefetch { get; init; } = 1000;

    /// <summary>How long a batch waits to fill at low load.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long it waits when the one before was full.</summary>
    public TimeSpan SaturatedWait { get; init; } = TimeSpan.FromMilliseconds(50);
}
