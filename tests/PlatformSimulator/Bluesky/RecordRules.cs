using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>What a post must look like. Facets are held to more than the real network does, which takes them and shows nothing.</summary>
internal static partial class RecordRules
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";

    /// <summary>The given key, which must be a TID, or a new one.</summary>
    public static string Key(string? told, bool isPut, World world)
    {
        if (told is null)
            return isPut ? throw Invalid("Input/rkey is required") : Tid(world.NextMoment());
        return TidShape().IsMatch(told)
            ? told
            : throw Invalid($"Invalid record key for app.bsky.feed.post: Invalid TID string (got \"{told}\") at $");
    }

    public static string Tid(DateTimeOffset at)
    {
        var value = (at - DateTimeOffset.UnixEpoch).Ticks / 10 << 10;
        var written = new char[13];
        for (var i = 12; i >= 0; i--, value >>= 5)
            written[i] = Alphabet[(int)(value & 31)];
        return new string(written);
    }

    public static void Check(JsonObject record, Person author, World world)
    {
        if ((string?)record["$type"] != "app.bsky.feed.post" || (string?)record["text"] is not { } text)
            throw Invalid("Missing required key \"text\" at $.record");
        if (!DateTimeOffset.TryParse((string?)record["createdAt"], CultureInfo.InvariantCulture, out _))
            throw Invalid("Invalid datetime at $.record.createdAt");
        Size(text, 300, 3000);
        Facets(text, record["facets"] as JsonArray ?? [], world);
        if (record["reply"] is JsonObject reply)
            Reply(reply, world);
        if (record["embed"] is JsonObject embed)
            Pictures(embed, author, world);
    }

    public static void Size(string text, int graphemes, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) is var length && length > bytes)
            throw Invalid($"string too big (maximum {bytes}, got {length}) at $.record.text");
        if (new StringInfo(text).LengthInTextElements is var seen && seen > graphemes)
            throw Invalid($"grapheme too big (maximum {graphemes}, got {seen}) at $.record.text");
    }

    public static void Facets(string text, JsonArray facets, World world)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var facet in facets)
        {
            var (start, end) = ((int?)facet?["index"]?["byteStart"] ?? -1, (int?)facet?["index"]?["byteEnd"] ?? -1);
            if (start < 0 || end <= start || end > bytes.Length || Inside(bytes, start) || Inside(bytes, end))
                throw Invalid($"Invalid facet {start}-{end} of {bytes.Length} bytes at $.record.facets");
            var shown = Encoding.UTF8.GetString(bytes, start, end - start);
            var feature = facet?["features"]?[0];
            var fits = (string?)feature?["$type"] switch
            {
                "app.bsky.richtext.facet#mention" => world.People.ContainsKey((string?)feature["did"] ?? "") && shown.StartsWith('@'),
                "app.bsky.richtext.facet#link" => Uri.TryCreate((string?)feature["uri"], UriKind.Absolute, out var uri)
                && uri.Scheme == "https"
                    ? !shown.Any(char.IsWhiteSpace)
                    : ((string?)feature["uri"])?.StartsWith("http://", StringComparison.Ordinal) == true,
                _ => false,
            };
            if (!fits)
                throw Invalid($"Invalid feature over \"{shown}\" at $.record.facets");
        }
    }

    // The root is the parent's own root, or the parent itself.
    private static void Reply(JsonObject reply, World world)
    {
        var (parent, root) = (Known(reply["parent"], world), Known(reply["root"], world));
        var expected = (string?)parent.Record["reply"]?["root"]?["uri"] ?? parent.Uri;
        if (root.Uri != expected)
            throw Invalid($"The root of this thread is {expected} at $.record.reply.root");
    }

    private static Post Known(JsonNode? told, World world)
    {
        if ((string?)told?["cid"] is not { } cid || (string?)told["uri"] is not { } uri)
            throw Invalid("Missing required key \"cid\" at $.record.reply");
        return world.Posts.TryGetValue(uri, out var post) && post.Cid == cid ? post : throw Invalid($"No post {uri} with cid {cid}");
    }

    private static void Pictures(JsonObject embed, Person author, World world)
    {
        foreach (var image in embed["images"] as JsonArray ?? throw Invalid("Only pictures here at $.record.embed"))
        {
            var blob = image?["image"];
            if ((string?)image?["alt"] is null)
                throw Invalid("Missing required key \"alt\" at $.record.embed.images");
            if (!world.Blobs.TryGetValue($"{author.Did}/{(string?)blob?["ref"]?["$link"]}", out var stored))
                throw new XrpcError(400, "BlobNotFound", "Could not find blob");
            if (stored.Content.Length > 1_000_000 || !stored.Type.StartsWith("image/", StringComparison.Ordinal))
                throw new XrpcError(400, "BlobTooLarge", "This file is too large or no picture");
        }
    }

    private static bool Inside(byte[] bytes, int at) => at < bytes.Length && (bytes[at] & 0xC0) == 0x80;

    private static XrpcError Invalid(string message) => new(400, "InvalidRequest", message);

    [GeneratedRegex("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$")]
    private static partial Regex TidShape();
}
