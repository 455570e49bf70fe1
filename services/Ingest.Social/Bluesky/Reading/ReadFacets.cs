using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>
/// A text with its links written out: an author's app shortens what is shown, and keeps the address in a facet over UTF-8 bytes. A facet that lies
/// outside the text, inside a character or over another one says nothing.
/// </summary>
internal static class ReadFacets
{
    private const int Most = 200;

    private readonly record struct Link(int Start, int End, string Address);

    public static string Written(string text, JsonElement? facets)
    {
        if (facets is not { ValueKind: JsonValueKind.Array })
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var written = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var link in facets.Each().Take(Most).Select(facet => LinkOf(facet, bytes)).OfType<Link>().OrderBy(link => link.Start))
        {
            if (link.Start < at)
            {
                continue;
            }

            var shown = Encoding.UTF8.GetString(bytes, link.Start, link.End - link.Start);
            written.Append(Encoding.UTF8.GetString(bytes, at, link.Start - at)).Append(Say(shown, link.Address));
            at = link.End;
        }

        return written.Append(Encoding.UTF8.GetString(bytes, at, bytes.Length - at)).ToString();
    }

    private static Link? LinkOf(JsonElement facet, byte[] bytes)
    {
        var index = facet.Get("index");
        if (
            index.Number("byteStart") is not { } start
            || index.Number("byteEnd") is not { } end
            || start < 0
            || end <= start
            || end > bytes.Length
            || IsInside(bytes, start)
            || IsInside(bytes, end)
        )
        {
            return null;
        }

        var address = facet
            .Get("features")
            .Each()
            .Where(feature => feature.Text("$type") == "app.bsky.richtext.facet#link")
            .Select(feature => feature.Text("uri"))
            .FirstOrDefault(IsWeb);
        return address is null ? null : new Link(start, end, address);
    }

    // An address that is shown in full is not said twice; a word that is a link keeps its word.
    private static string Say(string shown, string address)
    {
        var bare = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var start = shown.TrimEnd('.', '…');
        return shown == address || shown == bare || shown == bare.TrimEnd('/') ? shown
            : start.Length > 0
            && (bare.StartsWith(start, StringComparison.OrdinalIgnoreCase) || address.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                ? address
            : $"{shown} ({address})";
    }

    private static bool IsInside(byte[] bytes, int at) => at < bytes.Length && (bytes[at] & 0xC0) == 0x80;

    private static bool IsWeb(string? address) =>
        address is { Length: <= 2000 }
        && (
            address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        )
        && !address.Any(char.IsControl);
}
