using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace WebcareHub.Ingest.Chat.Widget;

/// <summary>The widget as one script: its pieces in order, within one function, so that the page around it sees none of their names.</summary>
internal sealed class WidgetScript
{
    private static readonly string[] Pieces = ["texts.js", "store.js", "line.js", "conversation.js", "parts.js", "element.js", "start.js"];

    public WidgetScript()
    {
        var script = new StringBuilder("(()=>{\"use strict\";\nconst styles=")
            .Append(JsonSerializer.Serialize(Read("widget.css")))
            .Append(";\n");
        foreach (var piece in Pieces)
        {
            script.Append(Read(piece));
        }

        Plain = Encoding.UTF8.GetBytes(script.Append("})();\n").ToString());
        Brotli = Pack(stream => new BrotliStream(stream, CompressionLevel.SmallestSize));
        Gzip = Pack(stream => new GZipStream(stream, CompressionLevel.SmallestSize));
        Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Plain).AsSpan(0, 8))}\"");
    }

    internal byte[] Plain { get; }

    internal byte[] Brotli { get; }

    internal byte[] Gzip { get; }

    private EntityTagHeaderValue Tag { get; }

    /// <summary>For every website: it holds nothing of anybody.</summary>
    public static IResult Get(WidgetScript script, HttpContext context)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) =
            accepted.Contains("br", StringComparison.Ordinal) ? (script.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (script.Gzip, "gzip")
            : (script.Plain, null);
        var headers = context.Response.Headers;
        headers.ContentEncoding = encoding;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "public, max-age=300";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(bytes, "text/javascript; charset=utf-8", entityTag: script.Tag);
    }

    private byte[] Pack(Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(Plain);
        }

        return packed.ToArray();
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"widget/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
