using System.Diagnostics;
using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Routing.Inbound;

/// <summary>One item of a batch, read, with the hashes the database knows it by.</summary>
/// <param name="People">Whom it is about; empty for none.</param>
/// <param name="Target">Hash of the platform's id of the message it is, or is about.</param>
/// <param name="Thread">Where it may go on: hash of the root post, <c>""</c> for what is private, null for what goes on nowhere.</param>
/// <param name="At">The platform's time.</param>
/// <param name="Answers">Hash of the message it answers, where the platform tells no more of its thread than that.</param>
internal sealed record Item(
    Contracts.Bus.Inbound Inbound,
    EventMetadata Metadata,
    IReadOnlyList<PlatformPerson> People,
    string? Target,
    string? Thread,
    DateTimeOffset At,
    string? Answers = null
)
{
    public string Municipality => Inbound.Municipality!;

    /// <summary>What begins or adds to a thread goes before what changes it, also when the platform sends them the other way round.</summary>
    public bool IsMessage => Inbound.Content is InboundMessage or InboundEcho;

    /// <summary>Numbers that the platform says are no longer this person's. A user id is nobody else's ever after.</summary>
    public IEnumerable<string> Left =>
        Inbound.Content is InboundIdentityChange change
            ? change.Previous.Ids.Except(change.Current.Ids).Where(id => !PlatformPerson.IsUserId(id))
            : [];

    public static Item Read(HotDelivery delivery, Pseudonyms pseudonyms)
    {
        var inbound =
            JsonSerializer.Deserialize(delivery.Body.Span, InboundJson.Default.Inbound)
            ?? throw new JsonException("An inbound item is null.");
        var (people, about, at) = Parts(inbound);
        var (visibility, root) = Place(inbound.Content);
        return new(
            inbound,
            MetadataOf(delivery),
            people,
            HashOf(inbound, about, pseudonyms),
            visibility == Visibility.Public ? HashOf(inbound, root ?? about, pseudonyms)
                : visibility is null ? null
                : "",
            at,
            inbound.Content is InboundMessage { Visibility: Visibility.Public, QuotedId: { } quoted } && quoted == root
                ? HashOf(inbound, quoted, pseudonyms)
                : null
        );
    }

    public static (IReadOnlyList<PlatformPerson> People, string? About, DateTimeOffset At) Parts(Contracts.Bus.Inbound inbound) =>
        inbound.Content switch
        {
            InboundMessage e => ([e.Author], e.PlatformId, e.SentAt),
            InboundEdit e => ([e.Author], e.PlatformId, e.EditedAt),
            InboundDeletion e => (Perhaps(e.Author), e.PlatformId, e.DeletedAt),
            InboundHiding e => (Perhaps(e.Author), e.PlatformId, e.ChangedAt),
            InboundRating e => ([e.Author], null, e.RatedAt),
            InboundReaction e => ([e.Author], e.TargetId, e.ReactedAt),
            InboundEcho e => ([e.Recipient], e.PlatformId, e.SentAt),
            // The present ids stand first: that is where answers go.
            InboundIdentityChange e => ([e.Current, e.Previous], null, e.ChangedAt),
            _ => ([], null, inbound.AcceptedAt),
        };

    private static (Visibility? Visibility, string? Root) Place(InboundContent content) =>
        content switch
        {
            InboundMessage e => (e.Visibility, e.ThreadId),
            InboundEcho e => (e.Visibility, e.ThreadId),
            InboundRating => (Visibility.Private, null),
            _ => (null, null),
        };

    private static string? HashOf(Contracts.Bus.Inbound inbound, string? id, Pseudonyms pseudonyms) =>
        id is null ? null : pseudonyms.Hash($"{inbound.Channel}/{inbound.Account}/{id}");

    private static IReadOnlyList<PlatformPerson> Perhaps(PlatformPerson? author) => author is null ? [] : [author];

    private static EventMetadata MetadataOf(HotDelivery delivery) =>
        new(ActivityContext.TryParse(delivery.TraceParent, null, out var trace) ? trace.TraceId.ToHexString() : null, delivery.MessageId);
}
