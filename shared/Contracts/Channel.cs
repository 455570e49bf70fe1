namespace WebcareHub.Contracts;

/// <summary>Channel codes as they stand in messages, events and addresses.</summary>
public static class Channel
{
    /// <summary>WhatsApp through Meta's Cloud API.</summary>
    public const string WhatsApp = "whatsapp";

    /// <summary>Comments on a Facebook Page, and mentions of it: public.</summary>
    public const string Facebook = "facebook";

    /// <summary>Private messages to a Facebook Page.</summary>
    public const string Messenger = "messenger";

    /// <summary>Instagram: private messages, and comments and mentions in public.</summary>
    public const string Instagram = "instagram";

    /// <summary>An account on a Mastodon server, or one that speaks its API.</summary>
    public const string Mastodon = "mastodon";

    /// <summary>An account on the AT Protocol network.</summary>
    public const string Bluesky = "bluesky";

    /// <summary>X, formerly Twitter.</summary>
    public const string X = "x";

    /// <summary>The chat on the municipality's own website.</summary>
    public const string Chat = "chat";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } = [WhatsApp, Facebook, Messenger, Instagram, Mastodon, Bluesky, X, Chat];

    /// <summary>What people call it; a code that is not known stays as it is.</summary>
    public static string NameOf(string code) =>
        code switch
        {
            WhatsApp => "WhatsApp",
            Facebook => "Facebook",
            Messenger => "Messenger",
            Instagram => "Instagram",
            Mastodon => "Mastodon",
            Bluesky => "Bluesky",
            X => "X",
            Chat => "Chat",
            _ => code,
        };
}

/// <summary>Who can read a message on the platform.</summary>
public enum Visibility
{
    /// <summary>Only the resident and the municipality.</summary>
    Private,

    /// <summary>Everybody.</summary>
    Public,
}

/// <summary>What a resident's message holds besides, or instead of, text.</summary>
public enum MessageKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A picture, film, sound, document or sticker, with or without a caption.</summary>
    Media,

    /// <summary>A place on the map.</summary>
    Location,

    /// <summary>One or more contact cards.</summary>
    Contacts,

    /// <summary>A pressed button, a chosen list row or a filled-in form.</summary>
    Choice,

    /// <summary>A call, an order or something else the platform only announces.</summary>
    Notice,

    /// <summary>A kind this version does not know; shown as such, never dropped.</summary>
    Unsupported,
}

/// <summary>How far an answer has got at the platform. The order is the rank: a later report never lowers it, except <see cref="Failed"/>, which ends it.</summary>
public enum DeliveryState
{
    /// <summary>Asked for; the channel has not called the platform yet.</summary>
    Requested,

    /// <summary>The platform is being called.</summary>
    Sending,

    /// <summary>The call broke off: the platform may or may not have it.</summary>
    Uncertain,

    /// <summary>The platform gave its id.</summary>
    Sent,

    /// <summary>On the resident's device.</summary>
    Delivered,

    /// <summary>Opened by the resident.</summary>
    Read,

    /// <summary>Refused; the reason stands beside it.</summary>
    Failed,
}
