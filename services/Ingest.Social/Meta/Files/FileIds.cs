using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Ingest.Social.Meta.Files;

/// <summary>Our ids of residents' files.</summary>
internal static class FileIds
{
    /// <summary>The same file of the same message keeps its id when the platform delivers it again; its address may differ by then.</summary>
    public static Guid Of(string seed, string place)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{place}"), hash);
        return new Guid(hash[..16]);
    }
}
