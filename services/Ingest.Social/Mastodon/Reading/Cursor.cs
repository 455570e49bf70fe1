using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>How far one account has been read.</summary>
/// <param name="Notification">Id of the newest notification that was handed on; null before the first.</param>
/// <param name="Requests">Up to which moment the filtered requests were read, as the server writes it.</param>
/// <param name="Recent">The last messages and when each was changed, to look again for what the stream told while nobody listened.</param>
/// <param name="Own">The account's id on its server, so that a restart need not ask it of all of them.</param>
internal sealed record Cursor(
    [property: JsonPropertyName("n")] string? Notification = null,
    [property: JsonPropertyName("r")] string? Requests = null,
    [property: JsonPropertyName("s")] IReadOnlyList<Cursor.Seen>? Recent = null,
    [property: JsonPropertyName("o")] string? Own = null
)
{
    /// <summary>As many as the server gives in one answer.</summary>
    public const int MostRecent = 20;

    internal sealed record Seen([property: JsonPropertyName("i")] string Id, [property: JsonPropertyName("e")] string? Edited = null);

    public string? Write() => this == new Cursor() ? null : JsonSerializer.Serialize(this, CursorJson.Default.Cursor);

    public static Cursor Read(string? text)
    {
        try
        {
            return text is null ? new() : JsonSerializer.Deserialize(text, CursorJson.Default.Cursor) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>With these messages seen, newest last.</summary>
    public Cursor With(IEnumerable<Seen> seen)
    {
        var news = seen.ToArray();
        return news.Length == 0
            ? this
            : this with
            {
                Recent = [.. (Recent ?? []).Where(old => !news.Any(one => one.Id == old.Id)).Concat(news).TakeLast(MostRecent)],
            };
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Cursor))]
internal sealed partial class CursorJson : JsonSerializerContext;
