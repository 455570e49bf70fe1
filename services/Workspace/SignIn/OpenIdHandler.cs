using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Asks the provider for its addresses when they are needed.</summary>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OAuthOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    OpenIdDiscovery discovery
) : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            Options.AuthorizationEndpoint = (await discovery.Read(Context.RequestAborted)).AuthorizationEndpoint;
        }
        catch (InvalidOperationException away)
        {
            Logger.LogWarning(away, "The OpenID provider cannot be reached.");
            Response.Redirect(SignInSetup.SignInPath + "?mislukt=true");
            return;
        }

        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        Options.TokenEndpoint = (await discovery.Read(Context.RequestAborted)).TokenEndpoint;
        return await base.ExchangeCodeAsync(context);
    }
}
