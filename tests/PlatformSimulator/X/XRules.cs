using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>What X checks in a body.</summary>
internal static partial class XRules
{
    /// <summary>A string field; null when absent or of another kind.</summary>
    public static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static JsonElement Part(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : default;

    public static bool IsId(string? id) => id is { Length: > 0 and <= 19 } && id.All(char.IsAsciiDigit);

    /// <summary>As the rules for developers say: links 23, an emoji 2, most of the world's other letters 2, those of Europe 1.</summary>
    public static int Weight(string text)
    {
        var links = Link().Count(text);
        var characters = StringInfo.GetTextElementEnumerator(Link().Replace(text.Normalize(), ""));
        var sum = links * 23;
        while (characters.MoveNext())
        {
            var runes = ((string)characters.Current).EnumerateRunes().Select(rune => rune.Value).ToArray();
            sum += Array.Exists(runes, rune => rune is >= 0x1F000 or 0xFE0F) ? 2 : runes.Sum(One);
        }
        return sum;
    }

    private static int One(int rune) => rune is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2;

    [GeneratedRegex(@"https?://[^\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
