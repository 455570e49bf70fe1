using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WebcareHub.Contracts;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>Bearer tokens of several issuers, each bound to its municipalities.</summary>
internal static class SignIn
{
    internal const string Policy = "api";

    private static readonly FrozenSet<string> _localRoles = new[]
    {
        "webcare",
        "spokesperson",
        "editor",
        "analyst",
        "manager",
        "admin",
    }.ToFrozenSet();

    internal static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<RegisteredIssuers>();
        services.AddHostedService(provider => provider.GetRequiredService<RegisteredIssuers>());
        services.AddSingleton<Issuers>();
        services.AddScoped(provider => CallerOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        // The default, so that whoever asks is known before the rate limiter counts; the workspace names its own scheme.
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Issuers>(Configure);
        services.AddAuthorization(options => options.AddPolicy(Policy, SignedIn().Build()));
    }

    internal static AuthorizationPolicyBuilder SignedIn() =>
        new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser();

    private static void Configure(JwtBearerOptions options, Issuers issuers)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidTypes = ["at+jwt"],
            NameClaimType = "name",
            RoleClaimType = "roles",
            ClockSkew = TimeSpan.FromSeconds(30),
            IssuerValidator = (issuer, _, _) =>
                issuers.Find(issuer) is not null ? issuer : throw new SecurityTokenInvalidIssuerException("This issuer is not registered."),
            AudienceValidator = (audiences, token, _) => issuers.Find(token.Issuer) is { } issuer && audiences.Contains(issuer.Audience),
            IssuerSigningKeyResolver = (_, token, _, _) => issuers.KeysOf(token.Issuer),
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context => PrepareAsync(context, issuers),
            OnTokenValidated = context => CheckMunicipality(context, issuers),
        };
    }

    /// <summary>Fetches the keys of the issuer the token claims, before validation asks for them.</summary>
    private static async Task PrepareAsync(MessageReceivedContext context, Issuers issuers)
    {
        string? header = context.Request.Headers.Authorization;
        string token = header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? header["Bearer ".Length..].Trim() : "";
        if (Read(token) is { } read && issuers.Find(read.Issuer) is { } issuer)
        {
            await issuers.LoadKeysAsync(issuer, read.Kid, context.HttpContext.RequestAborted);
        }
    }

    /// <summary>Null when it cannot be read: validation then refuses it.</summary>
    private static JsonWebToken? Read(string token)
    {
        JsonWebTokenHandler handler = new();
        try
        {
            return handler.CanReadToken(token) ? handler.ReadJsonWebToken(token) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Task CheckMunicipality(TokenValidatedContext context, Issuers issuers)
    {
        Issuer? issuer = issuers.Find(context.SecurityToken.Issuer);
        string? municipality = context.Principal?.FindFirst("municipality")?.Value;
        // Nobody signs in for an exercise: one works in it by its header, for as long as it holds.
        if (
            municipality is null
            || Exercise.Is(municipality)
            || issuer?.SpeaksFor(municipality) != true
            || context.Principal?.FindFirst("sub") is null
        )
        {
            context.Fail("This issuer may not speak for that municipality.");
        }
        else if (issuer.Authority != DevelopmentSigner.Issuer)
        {
            KeepLocalRoles(context.Principal!);
        }

        return Task.CompletedTask;
    }

    /// <summary>A municipality's provider gives the roles of its own people; regional and national ones are ours to give.</summary>
    private static void KeepLocalRoles(ClaimsPrincipal principal)
    {
        foreach (ClaimsIdentity identity in principal.Identities)
        {
            identity.FindAll(claim => claim.Type == "roles" && !_localRoles.Contains(claim.Value)).ToList().ForEach(identity.RemoveClaim);
        }
    }

    private static Caller CallerOf(HttpContext? context) =>
        context?.User is { Identity.IsAuthenticated: true } user
            ? new Caller(
                user.FindFirst("sub")!.Value,
                user.FindFirst("name")?.Value ?? user.FindFirst("sub")!.Value,
                context.TenantOf(user.FindFirst("municipality")!.Value),
                [.. user.FindAll("roles").Select(role => role.Value)]
            )
            : throw new InvalidOperationException("Nobody is signed in: this route lies outside MapApi.");
}
