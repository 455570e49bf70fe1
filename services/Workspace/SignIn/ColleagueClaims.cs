using System.Security.Claims;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Who is signed in, read from the session's claims.</summary>
internal static class ColleagueClaims
{
    internal const string Session = "session";
    internal const string Exercise = "exercise";

    internal static string ColleagueId(this ClaimsPrincipal user) => user.FindFirstValue("sub") ?? "";

    internal static string ColleagueName(this ClaimsPrincipal user) => user.FindFirstValue("name") ?? "";

    internal static string Municipality(this ClaimsPrincipal user) => user.FindFirstValue("municipality") ?? "";

    /// <summary>Where the colleague's conversations are: the municipality, or its exercise.</summary>
    internal static string Workplace(this ClaimsPrincipal user) =>
        user.Exercises() ? Contracts.Exercise.Of(user.Municipality()) : user.Municipality();

    /// <summary>Works in an exercise: nothing leaves the house.</summary>
    internal static bool Exercises(this ClaimsPrincipal user) => user.HasClaim(Exercise, "true");

    internal static bool IsAdmin(this ClaimsPrincipal user) => user.HasClaim("roles", "admin");
}
