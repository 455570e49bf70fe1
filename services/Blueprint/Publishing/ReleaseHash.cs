using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>SHA-256 over the files of a layer in ordinal path order; each path and content closed by a zero byte, so that no two layers read alike.</summary>
internal static class ReleaseHash
{
    internal static string Of(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Add(hash, path);
            Add(hash, content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
