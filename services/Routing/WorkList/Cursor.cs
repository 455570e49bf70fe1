using System.Buffers.Text;
using System.Text.Json;

namespace WebcareHub.Routing.WorkList;

/// <summary>The place where a page ended: opaque to the caller.</summary>
internal static class Cursor
{
    public static string Write(IReadOnlyList<string> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));

    /// <summary>Null when this is no cursor of that many values.</summary>
    public static string[]? Read(string cursor, int values)
    {
        try
        {
            return
                JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor)) is { } read
                && read.Length == values
                && read.All(value => value is not null)
                ? read
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
