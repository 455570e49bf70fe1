using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>The identity providers we trust, each for its own municipalities: from configuration, and from the table <c>hub.issuers</c>.</summary>
internal sealed class Issuers(IConfiguration configuration, IHostEnvironment environment, RegisteredIssuers registered, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, IssuerDiscovery> _discoveries = new();
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
    internal ICollection<SecurityKey> KeysOf(string authority) =>
        authority == DevelopmentSigner.Issuer && _signer is not null ? [_signer.PublicKey]
        : _discoveries.TryGetValue(authority, out IssuerDiscovery? discovery) ? discovery.Keys
        : [];

    /// <summary>Makes sure that the issuer's keys are here, and asks again when a key is new.</summary>
    internal Task LoadKeysAsync(Issuer issuer, string? keyId, CancellationToken ct) =>
        issuer.Authority == DevelopmentSigner.Issuer
            ? Task.CompletedTask
            : _discoveries
                .GetOrAdd(issuer.Authority, authority => new IssuerDiscovery(authority, !environment.IsDevelopment(), time))
                .ReadAsync(keyId, ct);

    private IEnumerable<Issuer> Configured() =>
        configuration
            .GetSection("Issuers")
            .GetChildren()
            .Select(section => new Issuer(
                section["Authority"] ?? "",
                section["Audience"] ?? DevelopmentSigner.TokenAudience,
                [.. (section.GetSection("Municipalities").Get<string[]>() ?? []).Where(code => code != "*")]
            ));
}
