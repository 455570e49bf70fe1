using System.Text.Json.Serialization;

namespace WebcareHub.Contracts.Bus;

/// <summary>
/// Sent by an ingest service: one thing a platform told us, normalised. Travels on the hot path
/// (queue <see cref="Queues.RoutingInbound"/>) as plain JSON with the headers of <see cref="BusHeaders"/>.
/// </summary>
/// <param name="DeliveryId">The accepted post this came from; also in the answer's <c>Delivery-Id</c> header.</param>
/// <param name="Item">Place within that post, from 0.</param>
/// <param name="Municipality">CBS code (<c>GM0088</c>), or null when the account is registered with nobody: kept, not routed.</param>
/// <param name="Channel">A code of <see cref="Contracts.Channel"/>.</param>
/// <param name="App">Name of the platform app whose webhook it was.</param>
/// <param name="Account">The platform's id of the municipality's account.</param>
/// <param name="AcceptedAt">When the post was accepted (UTC).</param>
/// <param name="EventKey">
/// Keyed hash, hex, of (channel, account, platform id, kind, revision): equal for a redelivery, different for an edit. Never a platform id
/// in the clear, because those can hold phone numbers.
/// </param>
/// <param name="Content">What it is.</param>
/// <param name="Delivery">Only on the first item of a post: the record of the whole post.</param>
public sealed record Inbound(
    Guid DeliveryId,
    int Item,
    string? Municipality,
    string Channel,
    string App,
    string Account,
    DateTimeOffset AcceptedAt,
    string EventKey,
    InboundContent Content,
    DeliveryRecord? Delivery = null
);

/// <summary>The kinds of things a platform tells.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$kind")]
[JsonDerivedType(typeof(InboundMessage), "message")]
[JsonDerivedType(typeof(InboundEdit), "edit")]
[JsonDerivedType(typeof(InboundDeletion), "deletion")]
[JsonDerivedType(typeof(InboundReaction), "reaction")]
[JsonDerivedType(typeof(InboundEcho), "echo")]
[JsonDerivedType(typeof(InboundIdentityChange), "identity")]
[JsonDerivedType(typeof(InboundHiding), "hiding")]
[JsonDerivedType(typeof(InboundRating), "rating")]
[JsonDerivedType(typeof(InboundNothing), "nothing")]
public abstract record InboundContent;

/// <summary>How the platform knows a resident.</summary>
/// <param name="Ids">
/// Every id the platform gave for this one person, prefixed by its kind: <c>phone:31612345678</c>, <c>bsuid:NL.123</c>. At least one; all are
/// believed to be the same person.
/// </param>
/// <param name="Name">Profile name, if given.</param>
public sealed record PlatformPerson(IReadOnlyList<string> Ids, string? Name)
{
    /// <summary>Whether an id of <see cref="Ids"/> is a user id: one person's for good, where a number is given to somebody else one day.</summary>
    public static bool IsUserId(string id) => !id.StartsWith("phone:", StringComparison.Ordinal);
}

/// <summary>A message of a resident.</summary>
/// <param name="PlatformId">The platform's message id.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Visibility">Who can read it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Text or caption; for other kinds a Dutch line a colleague can read ("Locatie: Dorpsstraat 1"). May be null for media.</param>
/// <param name="SentAt">The platform's time (UTC).</param>
/// <param name="QuotedId">Platform id of the message it answers.</param>
/// <param name="Attachments">Files that come with it; fetched in the background.</param>
/// <param name="Detail">For <see cref="MessageKind.Unsupported"/>, <see cref="MessageKind.Notice"/> and <see cref="MessageKind.Choice"/>: the platform's type name.</param>
/// <param name="ThreadId">Public channels: the root post. Null for private messages.</param>
/// <param name="ReplyTo">What the channel needs to answer this message in the right place, in its own words; it comes back with the answer.</param>
public sealed record InboundMessage(
    string PlatformId,
    PlatformPerson Author,
    Visibility Visibility,
    MessageKind Kind,
    string? Text,
    DateTimeOffset SentAt,
    string? QuotedId = null,
    IReadOnlyList<InboundAttachment>? Attachments = null,
    string? Detail = null,
    string? ThreadId = null,
    string? ReplyTo = null
) : InboundContent;

/// <summary>A file that the ingest service fetches and stores under <paramref name="FileId"/>.</summary>
/// <param name="FileId">Our id of the stored file; its bytes follow later (<see cref="AttachmentStored"/>).</param>
/// <param name="PlatformFileId">The platform's id of the file.</param>
/// <param name="ContentType">As the platform says; checked again on arrival.</param>
/// <param name="FileName">As the resident named it, if told.</param>
/// <param name="Sha256">Base64 hash the platform gave, if any.</param>
public sealed record InboundAttachment(Guid FileId, string PlatformFileId, string ContentType, string? FileName, string? Sha256);

/// <summary>A resident changed the text of an earlier message.</summary>
public sealed record InboundEdit(string PlatformId, PlatformPerson Author, string? Text, DateTimeOffset EditedAt) : InboundContent;

/// <summary>A resident took a message back: its content is to be forgotten.</summary>
/// <param name="Author">Null when the platform tells only which message is gone.</param>
public sealed record InboundDeletion(string PlatformId, PlatformPerson? Author, DateTimeOffset DeletedAt) : InboundContent;

/// <summary>A public message was hidden on the platform, or is shown again; by whom is not told.</summary>
public sealed record InboundHiding(string PlatformId, PlatformPerson? Author, bool Hidden, DateTimeOffset ChangedAt) : InboundContent;

/// <summary>What a resident thought of the help, from 1 to 10, asked for by the channel.</summary>
/// <param name="PlatformId">The channel's id of the rating; given again, it replaces the one before.</param>
public sealed record InboundRating(string PlatformId, PlatformPerson Author, int Score, string? Comment, DateTimeOffset RatedAt)
    : InboundContent;

/// <summary>An emoji on a message; null takes it away again.</summary>
public sealed record InboundReaction(string TargetId, PlatformPerson Author, string? Emoji, DateTimeOffset ReactedAt) : InboundContent;

/// <summary>The municipality itself wrote outside this hub (the phone app): shown as an answer, never routed as a question.</summary>
public sealed record InboundEcho(
    string PlatformId,
    PlatformPerson Recipient,
    MessageKind Kind,
    string? Text,
    DateTimeOffset SentAt,
    string? Detail = null,
    Visibility Visibility = Visibility.Private,
    string? ThreadId = null
) : InboundContent;

/// <summary>The platform says that two ids are one person (number change, new user id).</summary>
public sealed record InboundIdentityChange(PlatformPerson Previous, PlatformPerson Current, DateTimeOffset ChangedAt) : InboundContent;

/// <summary>Nothing to route in this post (statuses only, unknown fields, unreadable): carries its delivery record.</summary>
public sealed record InboundNothing : InboundContent;

/// <summary>What became of one accepted post, item by item.</summary>
/// <param name="Items">One per entry found, in order.</param>
/// <param name="BodyKept">Id under which the raw body is kept, encrypted, when something in it could not be read.</param>
public sealed record DeliveryRecord(IReadOnlyList<DeliveryItem> Items, Guid? BodyKept = null);

/// <summary>One thing found in a post.</summary>
/// <param name="Kind">message, status, edit, deletion, hiding, reaction, rating, echo, identity, unsupported, unreadable, unknown-account or ignored.</param>
/// <param name="Detail">Type or status name, or why it could not be read. Never content of a resident.</param>
/// <param name="Municipality">Whose account it was for, if known.</param>
public sealed record DeliveryItem(string Kind, string Detail, string? Municipality);
