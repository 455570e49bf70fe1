namespace WebcareHub.Workspace.Blueprint.Joining;

/// <summary>What was filled in on the steps so far.</summary>
/// <param name="Municipality">CBS code; null before the first step.</param>
/// <param name="Salutation">u or je.</param>
internal sealed record JoiningGiven(string? Municipality, string Salutation, string? Phone, string? Website);
