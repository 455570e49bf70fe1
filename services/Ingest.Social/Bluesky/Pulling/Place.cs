using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Social.Bluesky.Pulling;

/// <summary>How far an account has been read: the cursor that is kept. Holds moments and keyed hashes, nobody's name or words.</summary>
/// <param name="At">The newest notification that was handed on.</param>
/// <param name="Known">Hashes of the newest ones: a page is always read whole, and these stood in it before.</param>
/// <param name="Gap">More lies between <paramref name="At"/> and what was handed on already.</param>
/// <param name="Chat">Where the log of direct messages goes on.</param>
internal sealed record Place(DateTimeOffset At, IReadOnlyList<string> Known, Gap? Gap = null, string? Chat = null)
{
    /// <summary>Null for what is no cursor of ours.</summary>
    public static Place? Read(string? cursor)
    {
        try
        {
            return cursor is null ? null
                : JsonSerializer.Deserialize(cursor, BlueskyPlaceJson.Default.Place) is { Known: not null } place ? place
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, BlueskyPlaceJson.Default.Place);
}

/// <summary>A walk back that did not fit in one question.</summary>
/// <param name="Page">The server's cursor of the next page back.</param>
/// <param name="Top">The newest notification seen on the way: where the account stands once the walk is over.</param>
/// <param name="Pages">How many pages it took so far.</param>
internal sealed record Gap(string Page, DateTimeOffset Top, int Pages);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Place))]
internal sealed partial class BlueskyPlaceJson : JsonSerializerContext;
