using System.Text.RegularExpressions;

namespace WebcareHub.Channels.Reading;

/// <summary>Names and lines that end up before a colleague or in a delivery record.</summary>
public static partial class Words
{
    /// <summary>A type, field or status name of the platform; anything that does not look like one is content and is not repeated.</summary>
    public static string Name(string? told) => told is { Length: <= 40 } && NameShape().IsMatch(told) ? told : "onbekend";

    /// <summary>Some clients escape twice: what is left of it after reading is undone.</summary>
    public static string? Unescape(string? text) =>
        text is null || !text.Contains("\\u", StringComparison.Ordinal)
            ? text
            : Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    /// <summary>The given pieces that are there, with a comma between.</summary>
    public static string Join(params IEnumerable<string?> pieces) =>
        string.Join(", ", pieces.Where(piece => !string.IsNullOrWhiteSpace(piece)).Select(piece => piece!.Trim()).Distinct());

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\\u(00[a-fA-F0-9]{2}|0[1-9a-fA-F][a-fA-F0-9]{2}|[1-9a-cA-C][a-fA-F0-9]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
