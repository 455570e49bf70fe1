using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using WebcareHub.ServiceDefaults.Authentication;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Development only: signs in as a demo person with a token of the Development signer.</summary>
internal static class DemoSignIn
{
    internal static void MapDemoSignIn(this WebApplication app) =>
        app.MapPost("/aanmelden/demo", Post).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Post(
        [FromForm] string person,
        [FromForm] string? to,
        HttpContext context,
        IConfiguration configuration,
        Sessions sessions,
        TimeProvider time
    )
    {
        if (DemoPeople.All.FirstOrDefault(demo => demo.Id == person) is not { } chosen)
        {
            return TypedResults.LocalRedirect(SignInSetup.SignInPath);
        }

        var session = sessions.Open(Token(configuration, chosen), time.GetUtcNow() + Length);
        await context.SignInAsync(SignInSetup.Scheme, Principal(chosen, session));
        return TypedResults.LocalRedirect(SignInPage.Local(to));
    }

    private static string Token(IConfiguration configuration, DemoPerson person) =>
        DevelopmentSigner.From(configuration).Token(person.Id, person.Name, person.Municipality, person.Roles, Length);

    private static ClaimsPrincipal Principal(DemoPerson person, string session) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim("sub", person.Id),
                    new Claim("name", person.Name),
                    new Claim("municipality", person.Municipality),
                    .. person.Roles.Select(role => new Claim("roles", role)),
                    new Claim(ColleagueClaims.Session, session),
                ],
                SignInSetup.Scheme,
                "name",
                "roles"
            )
        );

    private static readonly TimeSpan Length = TimeSpan.FromHours(10);
}
