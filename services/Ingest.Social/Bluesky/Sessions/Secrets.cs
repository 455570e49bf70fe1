using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Social.Bluesky.Sessions;

/// <summary>What is kept, sealed, of an account: the app password somebody filled in, and the session it led to.</summary>
/// <param name="Refresh">Opens the next session without the password.</param>
/// <param name="Server">The account's own server, as the session told.</param>
internal sealed record Secrets(string Password, string? Refresh = null, string? Server = null)
{
    /// <summary>What an administrator fills in is the password alone.</summary>
    public static Secrets Read(string kept)
    {
        if (!kept.StartsWith('{'))
        {
            return new(kept.Trim());
        }

        try
        {
            return JsonSerializer.Deserialize(kept, BlueskySecretsJson.Default.Secrets) is { Password: not null } read ? read : new(kept);
        }
        catch (JsonException)
        {
            return new(kept);
        }
    }

    public string Write() => JsonSerializer.Serialize(this, BlueskySecretsJson.Default.Secrets);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Secrets))]
internal sealed partial class BlueskySecretsJson : JsonSerializerContext;
