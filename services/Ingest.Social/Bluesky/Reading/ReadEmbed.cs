using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>What hangs below a post: pictures to fetch, and lines for all else.</summary>
/// <param name="Files">Pictures; fetched later, by the address of the post and the hash of the picture.</param>
internal sealed record Embedded(IReadOnlyList<InboundAttachment> Files, IReadOnlyList<string> Lines)
{
    public static Embedded Nothing { get; } = new([], []);
}

internal static class ReadEmbed
{
    private const int MostPictures = 4;
    private const int LineLimit = 2000;

    /// <param name="uri">The post; a file's id is its own for good.</param>
    public static Embedded From(JsonElement? embed, string uri)
    {
        var kind = embed.Text("$type");
        return kind switch
        {
            null => Embedded.Nothing,
            "app.bsky.embed.images" => Pictures(embed, uri),
            "app.bsky.embed.external" => Line(External(embed.Get("external"))),
            "app.bsky.embed.record" => Line(Quote(embed.Get("record").Text("uri"))),
            "app.bsky.embed.video" => Line(
                Words.Join("Video", embed.Text("alt"), AtUri.Page(uri) is { } page ? $"te zien op {page}" : null)
            ),
            "app.bsky.embed.recordWithMedia" => Both(embed, uri),
            _ => Line($"Bijlage die hier niet kan worden getoond ({Words.Name(kind)})"),
        };
    }

    private static Embedded Both(JsonElement? embed, string uri)
    {
        var media = embed.Get("media").Text("$type") == "app.bsky.embed.recordWithMedia" ? Embedded.Nothing : From(embed.Get("media"), uri);
        return media with { Lines = [.. media.Lines, Quote(embed.Get("record").Get("record").Text("uri"))] };
    }

    private static Embedded Pictures(JsonElement? embed, string uri)
    {
        var files = new List<InboundAttachment>();
        var lines = new List<string>();
        foreach (var picture in embed.Get("images").Each().Take(MostPictures))
        {
            var blob = picture.Get("image");
            if ((blob.Get("ref").Text("$link") ?? blob.Text("cid")) is { Length: <= 100 } cid && cid.All(char.IsAsciiLetterOrDigit))
            {
                var type = blob.Text("mimeType") is { Length: <= 100 } told ? told : "application/octet-stream";
                files.Add(new(FileId(uri, cid), $"{uri} {cid}", type, null, null));
            }

            if (picture.Text("alt") is { } alt && !string.IsNullOrWhiteSpace(alt))
            {
                lines.Add($"Afbeelding: {TextSplitter.Bound(alt.Trim(), LineLimit)}");
            }
        }

        return new(files, lines);
    }

    private static Embedded Line(string line) => new([], [line]);

    private static string External(JsonElement? link) =>
        TextSplitter.Bound($"Link: {Words.Join(link.Text("title"), link.Text("uri"))}", LineLimit);

    private static string Quote(string? uri) =>
        AtUri.Page(uri) is { } page ? $"Citeert {page}" : "Citeert iets dat hier niet kan worden getoond";

    // The same picture of the same post keeps its id when it comes again.
    private static Guid FileId(string uri, string cid)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{uri}|{cid}"), hash);
        return new Guid(hash[..16]);
    }
}
