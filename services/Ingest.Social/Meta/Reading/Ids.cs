using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Ids and moments as Meta writes them: numbers or text, objects or bare.</summary>
internal static class Ids
{
    private const int Longest = 300;

    /// <summary>An id, or null for what cannot be one.</summary>
    public static string? Id(this JsonElement? element, string name) => Checked(element.Text(name));

    /// <inheritdoc cref="Id(JsonElement?, string)"/>
    public static string? Id(this JsonElement element, string name) => Checked(element.Text(name));

    /// <summary>The id of a party: <c>{"id": …}</c>, or the bare id of older posts.</summary>
    public static string? Party(this JsonElement element, string name) => element.Get(name).Id("id") ?? Checked(element.Text(name));

    /// <summary>Without an id of the platform the bytes themselves tell a redelivery from something new.</summary>
    public static string OrHash(string? id, JsonElement element) => id ?? $"raw:{Hash(element.GetRawText())}";

    /// <summary>Tells one text from another, the same in every process.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Seconds, milliseconds, or a date as Instagram writes it at times; what cannot be a moment becomes <paramref name="otherwise"/>.</summary>
    public static DateTimeOffset Time(this JsonElement element, string name, DateTimeOffset otherwise) =>
        element.Text(name) is { Length: > 13 and < 40 } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && date.Year >= 2009
        && date <= otherwise.AddDays(1)
            ? date.ToUniversalTime()
            : element.Moment(name, otherwise);

    private static string? Checked(string? id)
    {
        var trimmed = id?.Trim();
        return trimmed is { Length: > 0 and <= Longest } ? trimmed : null;
    }
}
