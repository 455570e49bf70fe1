using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>X-Hub-Signature-256 over the raw bytes.</summary>
internal static class Signature
{
    public const string Header = "X-Hub-Signature-256";

    public static string Of(string secret, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
