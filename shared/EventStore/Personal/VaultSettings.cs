using Microsoft.Extensions.Configuration;

namespace WebcareHub.EventStore;

/// <summary>Reads keys from the configuration.</summary>
internal static class VaultSettings
{
    internal static byte[] Key(IConfiguration configuration, string name)
    {
        var text = configuration[name] ?? throw new InvalidOperationException($"{name} is not configured: 32 random bytes in base64.");
        var key = Convert.FromBase64String(text.Trim());
        return key.Length == 32 ? key : throw new InvalidOperationException($"{name} is {key.Length} bytes; it must be 32.");
    }
}
