namespace WebcareHub.Contracts.Api;

// What the chat service answers, /api/v1/chat.

/// <summary>Where a municipality's chat may stand.</summary>
/// <param name="Account">As in the tag that the municipality pastes.</param>
/// <param name="Origins">Websites: scheme, host and port.</param>
/// <param name="PrivacyUrl">Where the municipality says what it does with personal data.</param>
public sealed record ChatSite(string Account, IReadOnlyList<string> Origins, string? PrivacyUrl);

/// <summary>The same, to be set.</summary>
public sealed record ChatSiteSettings(IReadOnlyList<string> Origins, string? PrivacyUrl = null);

/// <summary>A colleague writes in this conversation, right now.</summary>
public sealed record ColleagueTyping(Guid ConversationId);
