using System.Globalization;
using System.Text.Json;

namespace WebcareHub.Channels.Reading;

/// <summary>Looking into a payload that may lack anything, or hold another type than the documentation says.</summary>
public static class Json
{
    private static readonly DateTimeOffset Oldest = new(2009, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Null when it is absent, null, or not in an object.</summary>
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <inheritdoc cref="Get(JsonElement, string)"/>
    public static JsonElement? Get(this JsonElement? element, string name) => element?.Get(name);

    /// <summary>The elements of an array; a lone object counts as an array of one; nothing for all else.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
            { ValueKind: JsonValueKind.Object } one => [one],
            _ => [],
        };

    /// <summary>A string, or a number as it is written; null when absent, empty or of another type.</summary>
    public static string? Text(this JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.String } text => Clean(text),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    /// <inheritdoc cref="Text(JsonElement?)"/>
    public static string? Text(this JsonElement element, string name) => element.Get(name).Text();

    /// <inheritdoc cref="Text(JsonElement?)"/>
    public static string? Text(this JsonElement? element, string name) => element.Get(name).Text();

    /// <summary>A whole number, as a number or as text; null when it is neither.</summary>
    public static int? Number(this JsonElement? element, string name) =>
        int.TryParse(element.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds or milliseconds since 1970, as text or number; what cannot be a moment becomes <paramref name="otherwise"/>.</summary>
    public static DateTimeOffset Moment(this JsonElement element, string name, DateTimeOffset otherwise)
    {
        if (!decimal.TryParse(element.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var told))
        {
            return otherwise;
        }

        var milliseconds = told < 100_000_000_000m ? told * 1000 : told;
        return milliseconds >= Oldest.ToUnixTimeMilliseconds() && milliseconds <= otherwise.AddDays(1).ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : otherwise;
    }

    // PostgreSQL stores no zero character, and a lone surrogate is no text.
    private static string? Clean(JsonElement text)
    {
        try
        {
            var value = text.GetString();
            return string.IsNullOrEmpty(value) ? null
                : value.Contains('\0', StringComparison.Ordinal) ? value.Replace("\0", "", StringComparison.Ordinal)
                : value;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
