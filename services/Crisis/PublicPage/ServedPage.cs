using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>A page ready to go out: its bytes, plain and compressed, each with its own entity tag, and the headers that belong to it.</summary>
/// <param name="StyleHash">Allows this page's own style and no other.</param>
internal sealed record ServedPage(string Html, byte[] Plain, byte[] Gzip, string Tag, string GzipTag, string StyleHash)
{
    internal static ServedPage Of(string html)
    {
        var plain = Encoding.UTF8.GetBytes(html);
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..20];
        return new(html, plain, Compress(plain), $"\"{hash}\"", $"\"{hash}-gzip\"", HashOfStyle(html));
    }

    private static byte[] Compress(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(plain);
        return compressed.ToArray();
    }

    private static string HashOfStyle(string html)
    {
        const string begin = "<style>";
        var from = html.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var style = html[from..html.IndexOf("</style>", from, StringComparison.Ordinal)];
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
    }
}
