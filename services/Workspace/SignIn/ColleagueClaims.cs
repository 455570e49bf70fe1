using System.Security.Claims;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Who is signed in, read from the session's claims.</summary>
internal static class ColleagueClaims
{
    internal const string Session = "session";

    internal static string ColleagueId(this ClaimsPrincipal user) => user.FindFirstValue("sub") ?? "";

    internal static string ColleagueName(this ClaimsPrincipal user) => user.FindFirstValue("name") ?? "";

    internal static string Municipality(this ClaimsPrincipal user) => user.FindFirstValue("municipality") ?? "";

    internal static bool IsAdmin(this ClaimsPrincipal user) => user.HasClaim("roles", "admin");
}
