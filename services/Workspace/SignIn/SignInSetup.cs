using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Sign-in: a cookie session, opened by an OpenID provider or, in Development, by choosing a demo person.</summary>
internal static class SignInSetup
{
    internal const string Scheme = "workspace";
    internal const string Policy = "workspace";
    internal const string SignInPath = "/aanmelden";

    internal static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddCascadingAuthenticationState();
        var authentication = builder.Services.AddAuthentication().AddCookie(Scheme, Configure);
        builder.AddOpenIdProvider(authentication);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, RequireSession);
    }

    internal static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/afmelden", Leave).RequireAuthorization(Policy).ExcludeFromDescription();
        app.MapOpenIdChallenge();
        if (app.Environment.IsDevelopment())
        {
            app.MapDemoSignIn();
        }
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "webcare-session";
        // Lax: the way back from the organisation's sign-in page comes from another site. A post from another site comes without it.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = "/geen-toegang";
        options.ReturnUrlParameter = "naar";
        options.Events.OnValidatePrincipal = EndWithoutToken;
    }

    private static void RequireSession(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser();

    // After a restart the browser still has its cookie, but the token is gone: sign in again.
    private static Task EndWithoutToken(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<Sessions>().TokenOf(context.Principal!) is null)
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    private static async Task<IResult> Leave(HttpContext context, Sessions sessions)
    {
        sessions.Close(context.User);
        await context.SignOutAsync(Scheme);
        return TypedResults.LocalRedirect(SignInPath);
    }

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);
}
