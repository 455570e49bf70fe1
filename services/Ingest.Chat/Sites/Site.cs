namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>A municipality's chat, as it stands on its website.</summary>
/// <param name="Account">Its id in <c>channels.accounts</c>, and in the tag that the municipality pastes.</param>
/// <param name="Origins">Websites it may stand on: scheme, host and port.</param>
/// <param name="PrivacyUrl">Where the municipality says what it does with personal data.</param>
internal sealed record Site(string Account, string Municipality, IReadOnlyList<string> Origins, string? PrivacyUrl)
{
    /// <summary>The app all chat accounts are registered with: there is no platform in between.</summary>
    public const string App = "site";
}

/// <summary>Whoever is at the door, filled once per request: at which site, on which website, with which key.</summary>
internal sealed class Guest
{
    public Site Site { get; set; } = null!;

    public string Origin { get; set; } = "";

    /// <summary>SHA-256 of the visitor's token; null when there is none.</summary>
    public byte[]? TokenHash { get; set; }
}
