using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using WebcareHub.ServiceDefaults.Authentication;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Asks the provider for its addresses when they are needed.</summary>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OAuthOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IssuerDiscovery discovery
) : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            Options.AuthorizationEndpoint = (await discovery.ReadAsync(null, Context.RequestAborted)).AuthorizationEndpoint;
        }
        catch (IOException away)
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
        Options.TokenEndpoint = (await discovery.ReadAsync(null, Context.RequestAborted)).TokenEndpoint;
        return await base.ExchangeCodeAsync(context);
    }
}
