using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Social.Meta.Mentions;

/// <summary>A mention on Instagram, of which only the place is known.</summary>
/// <param name="Comment">Null when it is in the caption of the media.</param>
internal sealed record Mention(string App, string Account, string? Comment, string? Media, DateTimeOffset At)
{
    public const string Queue = "instagram.mentions";

    /// <summary>Its id at the platform.</summary>
    public string Id => Comment ?? Media!;
}

[JsonSerializable(typeof(Mention))]
internal sealed partial class MentionJson : JsonSerializerContext;
