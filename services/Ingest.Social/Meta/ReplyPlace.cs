using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>Where an answer belongs, and when the resident wrote; travels with the message and comes back with its answer.</summary>
/// <param name="Comment">The comment it is about.</param>
/// <param name="Post">A visitor's post or a review, when that is what it is about; on Instagram the media somebody mentioned us at.</param>
/// <param name="Mention">Instagram: it stands on somebody else's media, and is answered by another way.</param>
/// <param name="Live">Instagram: under a broadcast; only private answers are possible, and only while it lasts.</param>
internal sealed record ReplyPlace(
    DateTimeOffset? At = null,
    string? Comment = null,
    string? Post = null,
    bool Mention = false,
    bool Live = false
)
{
    /// <summary>It stands in public.</summary>
    public bool IsPublic => Comment is not null || Post is not null;

    public static string Write(ReplyPlace place) => JsonSerializer.Serialize(place, ReplyPlaceJson.Default.ReplyPlace);

    /// <summary>An empty place for what was not written here.</summary>
    public static ReplyPlace Read(string? written)
    {
        try
        {
            return written is null ? new() : JsonSerializer.Deserialize(written, ReplyPlaceJson.Default.ReplyPlace) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
[JsonSerializable(typeof(ReplyPlace))]
internal sealed partial class ReplyPlaceJson : JsonSerializerContext;
