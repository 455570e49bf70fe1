using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>Where an answer belongs: comes back with it as <c>ReplyTo</c>.</summary>
/// <param name="Status">Id of the post that is answered.</param>
/// <param name="Visibility">How wide that post is, in the words of the network.</param>
/// <param name="Acct">Whom the answer has to name, or it reaches nobody.</param>
/// <param name="Warning">The post's content warning, that an answer repeats.</param>
internal sealed partial record Place(
    [property: JsonPropertyName("s")] string Status,
    [property: JsonPropertyName("v")] string Visibility,
    [property: JsonPropertyName("a")] string Acct,
    [property: JsonPropertyName("w")] string? Warning = null,
    [property: JsonPropertyName("l")] string? Language = null
)
{
    /// <summary>How an answer is posted. Followers of a resident are others than those of the municipality, so that what is not public goes to the two of them.</summary>
    public string AnswerVisibility(bool isPrivate) => !isPrivate && (Visibility is "public" or "unlisted") ? Visibility : "direct";

    /// <summary>A name that can be mentioned: nothing else of a payload ends up in an answer.</summary>
    public static bool IsAcct(string? acct) => acct is { Length: <= 300 } && AcctShape().IsMatch(acct);

    /// <summary>Ids are opaque words; they end up in addresses.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= 100 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public string Write() => JsonSerializer.Serialize(this, PlaceJson.Default.Place);

    /// <summary>Null when it is not one of ours.</summary>
    public static Place? Read(string? text)
    {
        try
        {
            return text is null || JsonSerializer.Deserialize(text, PlaceJson.Default.Place) is not { } place ? null
                : IsId(place.Status) && IsAcct(place.Acct) ? place
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*(@[\p{L}\p{N}][\p{L}\p{N}.-]*(:[0-9]{1,5})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AcctShape();
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Place))]
internal sealed partial class PlaceJson : JsonSerializerContext;
