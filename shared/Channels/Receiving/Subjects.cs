using WebcareHub.Contracts.Bus;

namespace WebcareHub.Channels.Receiving;

/// <summary>The people something is about, by the platform's ids.</summary>
public static class Subjects
{
    /// <summary>Ids as in <see cref="PlatformPerson.Ids"/>.</summary>
    public static IEnumerable<string> Of(InboundContent content) =>
        content switch
        {
            InboundMessage message => message.Author.Ids,
            InboundEdit edit => edit.Author.Ids,
            InboundDeletion deletion => deletion.Author?.Ids ?? [],
            InboundHiding hiding => hiding.Author?.Ids ?? [],
            InboundRating rating => rating.Author.Ids,
            InboundReaction reaction => reaction.Author.Ids,
            InboundEcho echo => echo.Recipient.Ids,
            InboundIdentityChange change => change.Previous.Ids.Concat(change.Current.Ids),
            _ => [],
        };
}
