using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Channels.Signatures;

/// <summary>
/// Meta's <c>X-Hub-Signature-256: sha256=&lt;64 hex&gt;</c>: HMAC-SHA256 with the app secret over the body as it came in. The older SHA-1 header is
/// never looked at.
/// </summary>
public static class MetaSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>Whether the header belongs to these bytes; compares in constant time and allocates nothing.</summary>
    public static bool Verify(ReadOnlySpan<byte> body, string? header, ReadOnlySpan<byte> secret)
    {
        if (header is null || header.Length != Prefix.Length + 64 || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> told = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(header.AsSpan(Prefix.Length), told, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> own = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, body, own);
        return CryptographicOperations.FixedTimeEquals(told, own);
    }

    /// <summary>The header for these bytes, as the platform would send it.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string secret) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
