using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Channels.Signatures;

/// <summary>X's <c>x-twitter-webhooks-signature: sha256=&lt;base64&gt;</c> and its hourly challenge.</summary>
public static class XSignature
{
    private const string Prefix = "sha256=";

    /// <summary>Whether the header belongs to these bytes; compares in constant time.</summary>
    public static bool Verify(ReadOnlySpan<byte> body, string? header, ReadOnlySpan<byte> secret)
    {
        if (header is null || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> told = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            header.Length != Prefix.Length + Base64.GetMaxEncodedToUtf8Length(told.Length)
            || !Convert.TryFromBase64Chars(header.AsSpan(Prefix.Length), told, out var length)
            || length != told.Length
        )
        {
            return false;
        }

        Span<byte> own = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, body, own);
        return CryptographicOperations.FixedTimeEquals(told, own);
    }

    /// <summary>The <c>response_token</c> for a <c>crc_token</c>.</summary>
    public static string AnswerChallenge(string token, ReadOnlySpan<byte> secret) =>
        Prefix + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(token)));
}
