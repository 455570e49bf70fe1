using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Crisis.Switching;

/// <summary>The layers of the country, who lies within which, and what people call them.</summary>
internal sealed class Layers(Blueprint blueprint)
{
    internal const string National = Blueprint.National;

    // More names than this make no sentence.
    private const int MostNamed = 8;

    private readonly Dictionary<string, RegisteredMunicipality> _register = blueprint
        .Register.Where(each => each.ValidTo is null)
        .DistinctBy(each => each.Code)
        .ToDictionary(each => each.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, ParsedLayer> _shared = blueprint
        .Layers.Where(layer => layer.Kind is "province" or "region")
        .ToDictionary(layer => layer.Code, StringComparer.Ordinal);

    internal bool Exists(string? code) =>
        code is not null && (code == National || _shared.ContainsKey(code) || _register.ContainsKey(code));

    internal bool IsRegion(string code) => _shared.ContainsKey(code);

    /// <summary>CBS codes of the municipalities of a layer.</summary>
    internal IReadOnlyCollection<string> MunicipalitiesOf(string code) =>
        code == National ? _register.Keys
        : _shared.TryGetValue(code, out var layer) ? layer.Members
        : [code];

    internal IReadOnlyList<string> MunicipalitiesOf(IEnumerable<string> scope) =>
        [.. scope.SelectMany(MunicipalitiesOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a layer lies within another, or is it.</summary>
    internal bool Within(string inner, string outer) =>
        inner == outer || outer == National || (inner != National && _shared.TryGetValue(outer, out var layer) && Inside(inner, layer));

    /// <summary>The regions and provinces of these layers: themselves, or those their municipalities are members of.</summary>
    internal IReadOnlyList<string> RegionsOf(IReadOnlyCollection<string> scope)
    {
        var municipalities = MunicipalitiesOf(scope).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _shared
                .Values.Where(layer => layer.Members.Any(municipalities.Contains))
                .Select(layer => layer.Code)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The region of a municipality; itself when it has none.</summary>
    internal string RegionOf(string municipality) =>
        _shared.Values.Where(layer => layer.Members.Contains(municipality)).OrderBy(layer => layer.Kind != "region").FirstOrDefault()?.Code
        ?? municipality;

    /// <summary>Everything under an office, itself first: what a scope may name.</summary>
    internal IEnumerable<string> Under(string layer) =>
        layer == National ? [layer, .. _shared.Keys.Order(StringComparer.Ordinal), .. ByName(_register.Keys)]
        : _shared.TryGetValue(layer, out var shared) ? [layer, .. ByName(shared.Members)]
        : [layer];

    /// <summary>Each layer once, without what lies within another of them; the whole country alone.</summary>
    internal IReadOnlyList<string> Tidied(IEnumerable<string> scope)
    {
        var codes = scope.Distinct(StringComparer.Ordinal).ToArray();
        return [.. codes.Where(code => !codes.Any(other => other != code && Within(code, other))).Order(StringComparer.Ordinal)];
    }

    /// <summary>"Heel Nederland", "Regio Wadden", "Schiermonnikoog".</summary>
    internal string Name(string code) =>
        code == National ? "Heel Nederland"
        : _shared.TryGetValue(code, out var layer) ? layer.Title
        : _register.TryGetValue(code, out var municipality) ? municipality.Name
        : code;

    /// <summary>Within a Dutch sentence: "heel Nederland", "regio Wadden en gemeente Zwolle", "340 gemeenten".</summary>
    internal string InWords(IReadOnlyCollection<string> scope) =>
        scope.Count == 0 ? "niemand"
        : scope.Count > MostNamed ? Sentences.Count(MunicipalitiesOf(scope).Count, "gemeente", "gemeenten")
        : Sentences.List([
            .. scope.Distinct().Select(code => _register.ContainsKey(code) ? $"gemeente {Name(code)}" : Sentences.Lower(Name(code))),
        ]);

    internal ScopePart Part(string code) => new(code, Name(code), MunicipalitiesOf(code).Count);

    internal IReadOnlyList<ScopePart> Parts(IEnumerable<string> scope) => [.. scope.Select(Part)];

    private bool Inside(string inner, ParsedLayer outer) =>
        _shared.TryGetValue(inner, out var layer)
            ? layer.Members.Count > 0 && layer.Members.All(outer.Members.Contains)
            : outer.Members.Contains(inner);

    private IEnumerable<string> ByName(IEnumerable<string> municipalities) => municipalities.OrderBy(Name, StringComparer.Ordinal);
}
