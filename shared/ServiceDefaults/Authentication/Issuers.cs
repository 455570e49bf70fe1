using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>The identity providers we trust, each for its own municipalities: from configuration, and from the table <c>hub.issuers</c>.</summary>
internal sealed class Issuers(IConfiguration configuration, IHostEnvironment environment, RegisteredIssuers registered)
{
    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _discovery = new();
    private readonly ConcurrentDictionary<string, ICollection<SecurityKey>> _keys = new();
    private readonly DevelopmentSigner? _signer =
        environment.IsDevelopment() && configuration["Development:SignerKey"] is { Length: > 0 }
            ? DevelopmentSigner.From(configuration)
            : null;

    /// <summary>The issuer of that name, or null when nobody registered it.</summary>
    internal Issuer? Find(string? authority) =>
        authority == DevelopmentSigner.Issuer && _signer is not null
            ? new Issuer(authority, DevelopmentSigner.TokenAudience, ["*"])
            : Configured().Concat(registered.All).FirstOrDefault(issuer => issuer.Authority == authority);

    /// <summary>Keys fetched before by <see cref="LoadKeysAsync"/>.</summary>
    internal ICollection<SecurityKey> KeysOf(string authority) => _keys.GetValueOrDefault(authority) ?? [];

    /// <summary>Makes sure that the issuer's keys are here, and asks again when a key is new.</summary>
    internal async Task LoadKeysAsync(Issuer issuer, string? keyId, CancellationToken ct)
    {
        if (issuer.Authority == DevelopmentSigner.Issuer)
        {
            _keys[issuer.Authority] = [_signer!.PublicKey];
            return;
        }

        ConfigurationManager<OpenIdConnectConfiguration> discovery = _discovery.GetOrAdd(issuer.Authority, Discovery);
        OpenIdConnectConfiguration found = await discovery.GetConfigurationAsync(ct);
        if (keyId is not null && found.SigningKeys.All(key => key.KeyId != keyId))
        {
            discovery.RequestRefresh();
            found = await discovery.GetConfigurationAsync(ct);
        }

        _keys[issuer.Authority] = found.SigningKeys;
    }

    private IEnumerable<Issuer> Configured() =>
        configuration
            .GetSection("Issuers")
            .GetChildren()
            .Select(section => new Issuer(
                section["Authority"] ?? "",
                section["Audience"] ?? DevelopmentSigner.TokenAudience,
                [.. (section.GetSection("Municipalities").Get<string[]>() ?? []).Where(code => code != "*")]
            ));

    private ConfigurationManager<OpenIdConnectConfiguration> Discovery(string authority) =>
        new(
            $"{authority.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !environment.IsDevelopment() }
        );
}
