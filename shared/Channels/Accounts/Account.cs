namespace WebcareHub.Channels.Accounts;

/// <summary>A municipality's account at a platform.</summary>
/// <param name="App">Name of the platform app it came with.</param>
/// <param name="Id">The platform's id of it.</param>
/// <param name="Name">What residents see: a number or a handle.</param>
/// <param name="AccessToken">What the platform asks for to send; null when there is none, or it cannot be opened.</param>
/// <param name="Server">Where it lives, for networks of many servers.</param>
public sealed record Account(
    string Channel,
    string App,
    string Id,
    string Municipality,
    string? Name,
    string? AccessToken,
    Uri? Server = null
);
