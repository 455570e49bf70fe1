using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Crisis.Exercising;

/// <summary>
/// Steps into an exercise, or back. It stands in the session, so it holds for every page from the next one on; a screen that is open already
/// goes on as it is, and says so.
/// </summary>
internal static class SwitchExercise
{
    internal static void MapExercise(this WebApplication app) =>
        app.MapPost("/oefening", Post).RequireAuthorization(SignInSetup.Policy).ExcludeFromDescription();

    private static async Task<IResult> Post([FromForm] bool inside, [FromForm] string? to, HttpContext context)
    {
        var session = await context.AuthenticateAsync(SignInSetup.Scheme);
        await context.SignInAsync(SignInSetup.Scheme, As(session.Principal!, inside), session.Properties);
        return TypedResults.LocalRedirect(SignInPage.Local(to));
    }

    internal static ClaimsPrincipal As(ClaimsPrincipal user, bool inside)
    {
        var identity = ((ClaimsIdentity)user.Identity!).Clone();
        foreach (var claim in identity.FindAll(ColleagueClaims.Exercise).ToList())
        {
            identity.RemoveClaim(claim);
        }

        if (inside)
        {
            identity.AddClaim(new Claim(ColleagueClaims.Exercise, "true"));
        }

        return new ClaimsPrincipal(identity);
    }
}
