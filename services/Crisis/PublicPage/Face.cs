using System.Globalization;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// A municipality's own colour, as the blueprint's fact <c>huisstijl-kleur</c> gives it. It fills one bar; the words on it are black or white,
/// whichever reads better, and every colour reads at least 4.5 to 1 with one of them.
/// </summary>
internal static class Face
{
    internal const string Fact = "huisstijl-kleur";

    /// <summary>Null for what is no colour of the form <c>#rrggbb</c>.</summary>
    internal static string? Read(string? text) =>
        text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;

    /// <summary>The colour of words on it.</summary>
    internal static string Ink(string colour) => Contrast(colour, "#ffffff") >= Contrast(colour, "#000000") ? "#ffffff" : "#000000";

    /// <summary>WCAG 2.2, 1.4.3: from 1 to 21.</summary>
    internal static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Part(colour, 1)) + (0.7152 * Part(colour, 3)) + (0.0722 * Part(colour, 5));

    private static double Part(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
