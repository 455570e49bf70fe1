namespace WebcareHub.ServiceDefaults;

/// <summary>Who may read what residents write. Editors and analysts work without it, and so does the operator of the hub.</summary>
public static class DeskRoles
{
    /// <summary>Roles as in a token.</summary>
    public static IReadOnlyList<string> All { get; } = ["webcare", "spokesperson", "manager", "admin"];
}
