using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>Where an answer belongs: under a post in a thread, or in a conversation. Travels with the message and comes back with the answer.</summary>
/// <param name="Uri">The post that is answered.</param>
/// <param name="Root">The post its thread starts with.</param>
/// <param name="Convo">The conversation of a direct message.</param>
internal sealed record ReplyPlace(string? Uri = null, string? Cid = null, string? Root = null, string? RootCid = null, string? Convo = null)
{
    private const int Longest = 1000;

    /// <summary>Null when it would be longer than what is kept.</summary>
    public string? Write() =>
        JsonSerializer.Serialize(this, BlueskyReplyJson.Default.ReplyPlace) is { Length: <= Longest } written ? written : null;

    public static ReplyPlace? Read(string? written)
    {
        try
        {
            return written is null ? null : JsonSerializer.Deserialize(written, BlueskyReplyJson.Default.ReplyPlace);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ReplyPlace))]
internal sealed partial class BlueskyReplyJson : JsonSerializerContext;
