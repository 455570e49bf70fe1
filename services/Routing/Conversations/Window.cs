using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Conversations;

/// <summary>
/// How long a channel takes a free answer after the resident's last message. Meta: 24 hours; on Messenger and Instagram a person may still answer
/// until the seventh day, an automatic answer may not.
/// </summary>
internal static class Window
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan MoreForPeople = TimeSpan.FromDays(6);

    /// <summary>Until when (UTC) anything may be sent, or null for a channel without a window.</summary>
    public static DateTimeOffset? After(string channel, Visibility visibility, DateTimeOffset sentAt) =>
        HasWindow(channel, visibility) ? sentAt + Day : null;

    /// <summary>Whether an automatic answer may go.</summary>
    public static bool IsOpen(Conversation conversation, DateTimeOffset now) =>
        !HasWindow(conversation.Channel, conversation.Visibility) || conversation.WindowUntil > now;

    /// <summary>Until when a colleague may answer; null for a channel without a window.</summary>
    public static DateTimeOffset? ForColleague(Conversation conversation) =>
        conversation.WindowUntil is not { } until ? null
        : conversation.Channel == Channel.WhatsApp ? until
        : until + MoreForPeople;

    /// <summary>Whether a colleague may answer.</summary>
    public static bool IsOpenForColleague(Conversation conversation, DateTimeOffset now) =>
        !HasWindow(conversation.Channel, conversation.Visibility) || ForColleague(conversation) > now;

    /// <summary>From when on it may only go as a colleague's own words; null where that is no matter.</summary>
    public static DateTimeOffset? PersonalAfter(string channel, ReplyRequested reply) =>
        reply.Automatic || reply.ToMany is not null || channel == Channel.WhatsApp ? null : reply.WindowUntil - MoreForPeople;

    /// <summary>What a colleague reads when it is over. Templates exist at WhatsApp alone.</summary>
    public static string OverInWords(string channel) =>
        channel == Channel.WhatsApp
            ? "De inwoner schreef meer dan 24 uur geleden. Stuur een sjabloon."
            : $"De inwoner schreef meer dan 7 dagen geleden. {Channel.NameOf(channel)} staat dan geen antwoord meer toe, tot de inwoner weer schrijft.";

    private static bool HasWindow(string channel, Visibility visibility) =>
        channel == Channel.WhatsApp || (visibility == Visibility.Private && channel is Channel.Messenger or Channel.Instagram);
}
