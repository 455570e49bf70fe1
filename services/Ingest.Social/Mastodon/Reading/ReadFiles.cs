using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>The files of a post; each is fetched later, at the address the server gave.</summary>
internal static class ReadFiles
{
    private const int Most = 20;
    private const int LongestAddress = 2_000;

    public static IReadOnlyList<InboundAttachment>? From(JsonElement status, string seed)
    {
        var files = status.Get("media_attachments").Each().Take(Most).Select(file => One(file, seed)).OfType<InboundAttachment>().ToArray();
        return files.Length == 0 ? null : files;
    }

    private static InboundAttachment? One(JsonElement file, string seed)
    {
        var address = file.Text("url") ?? file.Text("remote_url");
        var name = file.Text("description") is { } description ? TextSplitter.Bound(description.ReplaceLineEndings(" "), 200) : null;
        return address is { Length: <= LongestAddress }
            ? new(FileId(seed, file.Text("id") ?? address), address, TypeOf(file.Text("type"), address), name, null)
            : null;
    }

    // The server says only what family it is; the extension says the rest, and the bytes decide on arrival.
    private static string TypeOf(string? family, string address)
    {
        var path = address.Split('?')[0];
        return (family, path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant()) switch
        {
            (_, "png") => "image/png",
            (_, "gif") => "image/gif",
            (_, "webp") => "image/webp",
            ("image", _) => "image/jpeg",
            ("video" or "gifv", _) => "video/mp4",
            (_, "ogg" or "oga") => "audio/ogg",
            (_, "m4a") => "audio/mp4",
            ("audio", _) => "audio/mpeg",
            _ => "application/octet-stream",
        };
    }

    // The same file of the same post keeps its id, however often it is read.
    private static Guid FileId(string seed, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{id}"), hash);
        return new Guid(hash[..16]);
    }
}
