using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace WebcareHub.Workspace.SignIn;

/// <summary>What the OpenID provider says about itself. Read when somebody signs in, never at start: without the provider everything else goes on.</summary>
internal sealed class OpenIdDiscovery(string authority, bool requireHttps)
{
    /// <summary>Kept for hours, renewed by itself.</summary>
    /// <exception cref="InvalidOperationException">The provider cannot be reached.</exception>
    internal Task<OpenIdConnectConfiguration> Read(CancellationToken ct) => kept.GetConfigurationAsync(ct);

    /// <summary>Read anew, for keys that came after the last reading.</summary>
    internal Task<OpenIdConnectConfiguration> ReadAnew(CancellationToken ct)
    {
        kept.RequestRefresh();
        return OpenIdConnectConfigurationRetriever.GetAsync(kept.MetadataAddress, Documents(requireHttps), ct);
    }

    private static HttpDocumentRetriever Documents(bool requireHttps) => new(Http) { RequireHttps = requireHttps };

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly ConfigurationManager<OpenIdConnectConfiguration> kept = new(
        authority + "/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        Documents(requireHttps)
    );
}
