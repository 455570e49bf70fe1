using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Layers, releases, entries and days within a Dutch sentence.</summary>
internal sealed class LayerNames(Blueprint blueprint)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary><c>de landelijke blauwdruk</c>, <c>regio Wadden</c>, <c>gemeente Zwolle</c>.</summary>
    public string Of(string code)
    {
        if (code == Blueprint.National)
        {
            return "de landelijke blauwdruk";
        }
        if (blueprint.Register.LastOrDefault(each => each.Code == code) is { } registered)
        {
            return $"gemeente {registered.Name}";
        }
        var title = blueprint.Layers.FirstOrDefault(layer => layer.Code == code)?.Title ?? code;
        return !code.StartsWith("GM", StringComparison.Ordinal)
            ? title == code
                ? $"regio {code}"
                : Lower(title)
            : title.StartsWith("Gemeente ", StringComparison.Ordinal)
                ? Lower(title)
                : $"gemeente {title}";
    }

    /// <summary><c>landelijke versie 4</c>, <c>versie 2 van regio Wadden</c>; without a number the layer.</summary>
    public string Version(string code, int? release) =>
        release is null ? Of(code)
        : code == Blueprint.National ? $"landelijke versie {release}"
        : $"versie {release} van {Of(code)}";

    /// <summary><c>regel 'Spoed gaat voor'</c>; a block has no title.</summary>
    public static string Entry(EntryKey key, string title)
    {
        var section = Sections.Find(key.Section);
        var one = section?.One.Split(' ', 2)[^1] ?? key.Section;
        return section is { IsList: false } ? $"{section.One}" : $"{one} '{title}'";
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Amsterdam.Zone).DateTime));

    /// <summary>A reason behind a colon, without a full stop of its own; nothing when there is none.</summary>
    public static string Because(string? reason) => reason is null ? "" : $": {reason.Trim().TrimEnd('.')}";

    /// <summary>A sentence's beginning within another sentence; a name or abbreviation keeps its capital.</summary>
    public static string Inside(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? Lower(text) : text;

    /// <summary>Where something was copied from: a code in words, anything else as it stands.</summary>
    public string Origin(string origin) =>
        origin == Blueprint.National
        || blueprint.Layers.Any(layer => layer.Code == origin)
        || blueprint.Register.Any(each => each.Code == origin)
            ? Of(origin)
            : origin;

    public static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Enumerate(IReadOnlyList<string> parts) =>
        parts.Count <= 1 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} en {parts[^1]}";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
