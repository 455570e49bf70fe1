namespace WebcareHub.Routing.Conversations;

/// <summary>Who may read what residents write. Editors and analysts work without it, and so does the operator of the hub.</summary>
internal static class DeskRoles
{
    public static readonly string[] All = ["webcare", "spokesperson", "manager", "admin"];
}
