using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>One thing found in a post.</summary>
/// <param name="Account">The <c>phone_number_id</c> it was for; empty when the post does not say.</param>
/// <param name="Kind">As in <see cref="DeliveryItem"/>.</param>
/// <param name="Detail">Type or status name, bounded and without content.</param>
internal abstract record PostItem(string Account, string Kind, string Detail);

/// <summary>Something Routing is to know.</summary>
/// <param name="Key">Platform id, kind and revision: equal for a redelivery.</param>
internal sealed record ForRouting(string Account, string Kind, string Detail, string Key, InboundContent Content) : PostItem(Account, Kind, Detail);

/// <summary>How far one of our own messages has got.</summary>
internal sealed record ForSending(string Account, string Detail, MessageStatus Status) : PostItem(Account, "status", Detail);

/// <summary>Nothing to hand on, but visible in the delivery.</summary>
internal sealed record OnlyVisible(string Account, string Kind, string Detail) : PostItem(Account, Kind, Detail);

/// <summary>A status as the platform reports it; travels to this service's own queue.</summary>
/// <param name="PlatformId">The platform's id of our message.</param>
/// <param name="PartId">Our own id, as it came back in <c>biz_opaque_callback_data</c>.</param>
/// <param name="Code">Error code of a failure.</param>
internal sealed record MessageStatus(string App, string Account, string PlatformId, Guid? PartId, DeliveryState State, int? Code, DateTimeOffset At);

/// <summary>A post, read.</summary>
/// <param name="KeepBody">Something in it could not be read: the raw body is kept, sealed.</param>
internal sealed record ReadPost(IReadOnlyList<PostItem> Items, bool KeepBody);
