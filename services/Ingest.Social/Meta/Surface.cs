namespace WebcareHub.Ingest.Social.Meta;

/// <summary>What the three channels do not share.</summary>
/// <param name="Channel">Channel code.</param>
/// <param name="Name">As a colleague reads it.</param>
/// <param name="PersonKind">Kind of the ids it sends private messages to.</param>
/// <param name="PrivateLimit">Characters in a private message.</param>
/// <param name="PublicLimit">Characters in a comment; 0 where there are none.</param>
/// <param name="Hide">Name of the switch that hides a comment; null where that cannot be done.</param>
internal sealed record Surface(string Channel, string Name, string PersonKind, int PrivateLimit, int PublicLimit, string? Hide)
{
    public static readonly Surface Facebook = new(Contracts.Channel.Facebook, "Facebook", "psid", 2_000, 8_000, "is_hidden");

    public static readonly Surface Messenger = new(Contracts.Channel.Messenger, "Messenger", "psid", 2_000, 0, null);

    public static readonly Surface Instagram = new(Contracts.Channel.Instagram, "Instagram", "igsid", 1_000, 2_200, "hide");

    /// <summary>Instagram counts bytes where Messenger counts characters.</summary>
    public bool CountsBytes => Channel == Contracts.Channel.Instagram;

    /// <summary>Whether the platform gives our own id back with its report of a message.</summary>
    public bool GivesBackOurId => Channel != Contracts.Channel.Instagram;
}
