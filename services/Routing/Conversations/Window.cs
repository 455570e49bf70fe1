using WebcareHub.Contracts;

namespace WebcareHub.Routing.Conversations;

/// <summary>How long a channel takes a free answer after the resident's last message.</summary>
internal static class Window
{
    // Meta's customer service window: 24 hours.
    private static readonly TimeSpan WhatsApp = TimeSpan.FromHours(24);

    /// <summary>Until when (UTC), or null for a channel without a window.</summary>
    public static DateTimeOffset? After(string channel, DateTimeOffset sentAt) => channel == Channel.WhatsApp ? sentAt + WhatsApp : null;

    public static bool IsOpen(Conversation conversation, DateTimeOffset now) =>
        conversation.Channel != Channel.WhatsApp || conversation.WindowUntil > now;
}
