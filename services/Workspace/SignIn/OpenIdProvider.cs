using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.SignIn;

/// <summary>
/// The authorization-code flow with PKCE against the provider of <c>Oidc:Authority</c>, <c>Oidc:ClientId</c>, <c>Oidc:ClientSecret</c>.
/// Its id token says who someone is; its access token goes to the APIs, which say for which municipality and in which roles.
/// </summary>
internal static class OpenIdProvider
{
    internal const string Scheme = "oidc";

    internal static bool IsSet(IConfiguration configuration) => configuration["Oidc:Authority"] is { Length: > 0 };

    internal static void AddOpenIdProvider(this WebApplicationBuilder builder, AuthenticationBuilder authentication)
    {
        if (!IsSet(builder.Configuration))
        {
            return;
        }

        var authority = builder.Configuration["Oidc:Authority"]!.TrimEnd('/');
        var requireHttps = !builder.Environment.IsDevelopment();
        builder.Services.AddSingleton(services => new IssuerDiscovery(
            authority,
            requireHttps,
            services.GetRequiredService<TimeProvider>()
        ));
        authentication.AddOAuth<OAuthOptions, OpenIdHandler>(Scheme, options => Configure(options, builder.Configuration, authority));
    }

    internal static void MapOpenIdChallenge(this WebApplication app)
    {
        if (IsSet(app.Configuration))
        {
            app.MapGet("/aanmelden/organisatie", Challenge).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ChallengeHttpResult Challenge(string? naar) =>
        TypedResults.Challenge(new AuthenticationProperties { RedirectUri = SignInPage.Local(naar) }, [Scheme]);

    private static void Configure(OAuthOptions options, ConfigurationManager configuration, string authority)
    {
        options.SignInScheme = SignInSetup.Scheme;
        options.ClientId = configuration["Oidc:ClientId"]!;
        options.ClientSecret = configuration["Oidc:ClientSecret"]!;
        // The handler fills in the provider's own addresses.
        options.AuthorizationEndpoint = options.TokenEndpoint = authority;
        options.CallbackPath = "/aanmelden/terug";
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Events.OnCreatingTicket = OpenSession;
        options.Events.OnRemoteFailure = Refused;
    }

    private static async Task OpenSession(OAuthCreatingTicketContext context)
    {
        var result = await Checked(context);
        if (!result.IsValid)
        {
            throw new AuthenticationFailureException("The id token was refused.", result.Exception);
        }

        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var until = now + (context.ExpiresIn ?? TimeSpan.FromHours(1));
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        var session = new Claim(ColleagueClaims.Session, sessions.Open(context.AccessToken!, until));
        var me = await Recognised(context, session, result.ClaimsIdentity.FindFirst("sub")?.Value);
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([.. Claims(me), session], SignInSetup.Scheme, "name", "roles"));
        context.Properties.ExpiresUtc = until;
    }

    // The APIs know which municipalities and roles this provider may give; what they say counts, not what the provider says.
    private static async Task<Me> Recognised(OAuthCreatingTicketContext context, Claim session, string? subject)
    {
        var colleague = new ClaimsPrincipal(new ClaimsIdentity([session]));
        try
        {
            var me = await context.HttpContext.RequestServices.GetRequiredService<DeskClients>().For(colleague).Me();
            return me.Id == subject ? me : throw new AuthenticationFailureException("The two tokens are of two people.");
        }
        catch (Exception refusal) when (refusal is ApiRefusal or AuthenticationFailureException)
        {
            context.HttpContext.RequestServices.GetRequiredService<Sessions>().Close(colleague);
            throw new AuthenticationFailureException("The access token was refused.", refusal);
        }
    }

    private static IEnumerable<Claim> Claims(Me me) =>
        [
            new("sub", me.Id),
            new("name", me.Name),
            new("municipality", me.Municipality),
            .. me.Roles.Select(role => new Claim("roles", role)),
        ];

    private static async Task<TokenValidationResult> Checked(OAuthCreatingTicketContext context)
    {
        var idToken = new JsonWebToken(context.TokenResponse.Response!.RootElement.GetProperty("id_token").GetString());
        var discovery = context.HttpContext.RequestServices.GetRequiredService<IssuerDiscovery>();
        var provider = await discovery.ReadAsync(idToken.Kid, context.HttpContext.RequestAborted);
        TokenValidationParameters checks = new()
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = context.Options.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
        };
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(idToken, checks);
    }

    private static Task Refused(RemoteFailureContext context)
    {
        context.Response.Redirect(SignInSetup.SignInPath + "?mislukt=true");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
