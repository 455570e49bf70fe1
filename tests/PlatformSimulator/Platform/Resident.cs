namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>Someone with a phone.</summary>
/// <param name="Phone">Digits, or null for someone who hides it.</param>
/// <param name="UserId">Business-scoped user id, if they have one.</param>
internal sealed record Resident(string? Phone, string? UserId, string? Name)
{
    public string Key => Phone ?? UserId!;
}
