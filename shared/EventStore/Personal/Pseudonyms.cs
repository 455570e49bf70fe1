using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace WebcareHub.EventStore;

/// <summary>Names that stand for a platform's id, which can be a phone number: keys, aliases and log fields use these instead.</summary>
public sealed class Pseudonyms
{
    private readonly byte[] key;

    internal Pseudonyms(IConfiguration configuration) => key = VaultSettings.Key(configuration, "Vault:HashKey");

    /// <summary>HMAC-SHA256 of the value under <c>Vault:HashKey</c>: 64 lower-case hex digits, the same in every process.</summary>
    public string Hash(string value) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)));
}
