using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>Pictures and films that come with a post or a message. They are fetched later, by their address.</summary>
internal static class ReadFiles
{
    /// <summary>Begins the id of a file whose address is still to be looked up with its post: <c>lookup:POST:KEY</c>.</summary>
    public const string LookUp = "lookup:";

    private const int Most = 10;
    private const int LongestAddress = 2_000;

    // A film of this many bits a second is clear enough, and small enough to keep.
    private const int Enough = 2_500_000;

    public static (IReadOnlyList<InboundAttachment> Files, IReadOnlyList<string> Links) FromOld(JsonElement? entities, string seed)
    {
        var media = entities.Get("media").Each().Take(Most).ToList();
        return (
            [.. media.Select(one => File(one, Address(one), seed)).OfType<InboundAttachment>()],
            [.. media.Select(one => one.Text("url")).OfType<string>()]
        );
    }

    public static (IReadOnlyList<InboundAttachment> Files, IReadOnlyList<string> Links) FromNew(
        JsonElement post,
        JsonElement? includes,
        string seed
    )
    {
        var known = includes.Get("media").Each().Take(Most).ToList();
        var keys = Keys(post.Get("attachments").Get("media_keys")).Take(Most);
        var files = keys.Select(key =>
        {
            var media = known.Find(one => one.Text("media_key") == key);
            return File(media, Address(media) ?? $"{LookUp}{People.Id(post)}:{key}", seed);
        });
        var links = post.Get("entities").Get("urls").Each().Where(link => link.Get("media_key") is not null).Take(Most);
        return ([.. files.OfType<InboundAttachment>()], [.. links.Select(link => link.Text("url")).OfType<string>()]);
    }

    /// <summary>Where the file of a media object is; null when it does not say.</summary>
    public static string? Address(JsonElement media)
    {
        var variants = media.Get("video_info").Get("variants") ?? media.Get("variants");
        var film = variants
            .Each()
            .Where(variant => variant.Text("content_type") == "video/mp4" && variant.Get("url") is not null)
            .OrderBy(variant => Rate(variant) > Enough)
            .ThenByDescending(Rate)
            .FirstOrDefault();
        return film.Text("url") ?? media.Text("media_url_https") ?? media.Text("url");
    }

    private static int Rate(JsonElement variant) =>
        ((JsonElement?)variant).Number("bitrate") ?? ((JsonElement?)variant).Number("bit_rate") ?? 0;

    private static InboundAttachment? File(JsonElement media, string? address, string seed) =>
        address is { Length: <= LongestAddress }
            ? new(FileId(seed, address), address, media.Text("type") is "video" or "animated_gif" ? "video/mp4" : "image/jpeg", null, null)
            : null;

    // X's own keys are a digit, an underscore and digits; they end up in an address.
    private static IEnumerable<string> Keys(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } many
            ? many.EnumerateArray()
                .Select(one => ((JsonElement?)one).Text())
                .OfType<string>()
                .Where(key => key.Length <= 40 && key.All(c => char.IsAsciiDigit(c) || c == '_'))
            : [];

    // The same file of the same message keeps its id when it is delivered again.
    private static Guid FileId(string seed, string address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{address}"), hash);
        return new Guid(hash[..16]);
    }
}
