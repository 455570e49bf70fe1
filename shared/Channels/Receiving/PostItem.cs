using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Channels.Receiving;

/// <summary>One thing found in a post.</summary>
/// <param name="Account">The platform's id of the account it was for; empty when the post does not say.</param>
/// <param name="Kind">As in <see cref="DeliveryItem"/>.</param>
/// <param name="Detail">Type or status name, bounded and without content.</param>
public abstract record PostItem(string Account, string Kind, string Detail)
{
    /// <summary>The channel it is of, when one webhook serves several; null for the webhook's own.</summary>
    public string? Channel { get; init; }
}

/// <summary>Something Routing is to know.</summary>
/// <param name="Key">Platform id, kind and revision: equal for a redelivery.</param>
public sealed record ForRouting(string Account, string Kind, string Detail, string Key, InboundContent Content)
    : PostItem(Account, Kind, Detail);

/// <summary>How far one of our own messages has got.</summary>
public sealed record ForSending(string Account, string Detail, MessageStatus Status) : PostItem(Account, "status", Detail);

/// <summary>Something the channel has to look up at the platform before Routing can have it: goes to a queue of the channel's own.</summary>
/// <param name="Queue">Hot-path queue; who consumes it hands the whole thing to <see cref="Reception"/>.</param>
/// <param name="Key">Platform id and kind: equal for a redelivery.</param>
public sealed record ForLookUp(string Account, string Kind, string Detail, string Queue, string Key, byte[] Body)
    : PostItem(Account, Kind, Detail);

/// <summary>Nothing to hand on, but visible in the delivery.</summary>
public sealed record OnlyVisible(string Account, string Kind, string Detail) : PostItem(Account, Kind, Detail);

/// <summary>A status as the platform reports it; travels to the channel's own queue (<see cref="Queues.StatusesFor"/>).</summary>
/// <param name="PlatformId">The platform's id of our message; empty when it gave none.</param>
/// <param name="Recipient">The platform told no id: everything this person got until <paramref name="At"/> is meant.</param>
/// <param name="PartId">Our own id, as it came back with the status.</param>
/// <param name="Code">The platform's error code of a failure.</param>
/// <param name="Echo">What was said, when it may have been said outside this hub.</param>
public sealed record MessageStatus(
    string App,
    string Account,
    string PlatformId,
    Guid? PartId,
    DeliveryState State,
    int? Code,
    DateTimeOffset At,
    string? Recipient = null,
    Inbound? Echo = null
);

/// <summary>A post, read.</summary>
/// <param name="KeepBody">Something in it could not be read: the raw body is kept, sealed.</param>
public sealed record ReadPost(IReadOnlyList<PostItem> Items, bool KeepBody);
