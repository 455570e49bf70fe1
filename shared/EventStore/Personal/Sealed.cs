using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.EventStore;

/// <summary>
/// The form of sealed data. Bytes: version (1), nonce (12), tag (16), AES-256-GCM ciphertext. Text: <c>sealed:</c> and those bytes in base64.
/// </summary>
internal static class Sealed
{
    private const byte Version = 1;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = 1 + Nonce + Tag;
    private const string Prefix = "sealed:";

    internal static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, Tag);

    internal static bool IsText(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    internal static string SealText(AesGcm cipher, string plain, ReadOnlySpan<byte> about) =>
        Prefix + Convert.ToBase64String(Seal(cipher, Encoding.UTF8.GetBytes(plain), about));

    internal static string OpenText(AesGcm cipher, string text, ReadOnlySpan<byte> about) =>
        Encoding.UTF8.GetString(Open(cipher, Convert.FromBase64String(text[Prefix.Length..]), about));

    /// <param name="about">Bound to the bytes, not kept in them: what they are about.</param>
    internal static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> about)
    {
        var bytes = new byte[Head + plain.Length];
        bytes[0] = Version;
        RandomNumberGenerator.Fill(bytes.AsSpan(1, Nonce));
        cipher.Encrypt(bytes.AsSpan(1, Nonce), plain, bytes.AsSpan(Head), bytes.AsSpan(1 + Nonce, Tag), about);
        return bytes;
    }

    internal static byte[] Open(AesGcm cipher, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> about)
    {
        if (bytes.Length < Head || bytes[0] != Version)
        {
            throw new CryptographicException("These bytes were not sealed in a form this version knows.");
        }
        var plain = new byte[bytes.Length - Head];
        cipher.Decrypt(bytes.Slice(1, Nonce), bytes[Head..], bytes.Slice(1 + Nonce, Tag), plain, about);
        return plain;
    }
}
