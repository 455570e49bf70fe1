using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Crisis.Speaking;

/// <summary>Layers and the municipalities within them, as the blueprint in force has them.</summary>
internal sealed class Places(Blueprint blueprint, DateOnly today)
{
    internal const string National = Blueprint.National;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _layers = new(StringComparer.Ordinal);

    /// <summary>Whether these are the places of that blueprint.</summary>
    internal bool AreOf(Blueprint other, DateOnly day) => blueprint == other && today == day;

    /// <summary>Every municipality of this day.</summary>
    internal IReadOnlyList<RegisteredMunicipality> Municipalities { get; } =
    [
        .. blueprint.Register.Where(each =>
            (each.ValidFrom is null || each.ValidFrom <= today) && (each.ValidTo is null || each.ValidTo > today)
        ),
    ];

    /// <summary>The shared layers: the national one, provinces and regions.</summary>
    internal IEnumerable<string> Shared =>
        blueprint.Layers.Where(layer => layer.Kind != "municipality").Select(layer => layer.Code).Append(National).Distinct();

    /// <summary>Codes of the layers over a municipality, national first, its own last.</summary>
    internal IReadOnlyList<string> LayersOf(string municipality) => _layers.GetOrAdd(municipality, blueprint.LayersOf);

    internal EffectiveBlueprint For(string municipality) => blueprint.For(municipality);

    internal bool HasLayer(string municipality) => blueprint.Layers.Any(layer => layer.Code == municipality);

    /// <summary>Whether there is such a layer or municipality.</summary>
    internal bool Knows(string code) => Shared.Contains(code) || Municipalities.Any(each => each.Code == code);

    /// <summary>Whether all of <paramref name="code"/> lies within <paramref name="layer"/>.</summary>
    internal bool LiesWithin(string code, string layer) =>
        layer == code || layer == National || (Municipalities.Any(each => each.Code == code) && LayersOf(code).Contains(layer));

    /// <summary>Whether one of these codes holds the municipality.</summary>
    internal bool Covers(IReadOnlyList<string> area, string municipality) => LayersOf(municipality).Any(area.Contains);

    /// <summary>The municipalities in these layers, by name.</summary>
    internal IReadOnlyList<RegisteredMunicipality> In(IReadOnlyList<string> area) =>
        [.. Municipalities.Where(each => Covers(area, each.Code)).OrderBy(each => each.Name, StringComparer.CurrentCulture)];

    internal string NameOf(string municipality) => Municipalities.FirstOrDefault(each => each.Code == municipality)?.Name ?? municipality;

    /// <summary>A layer by itself: "Heel Nederland", "Regio Wadden", "Schiermonnikoog".</summary>
    internal ScopePart Part(string code) =>
        code == National ? new(code, "Heel Nederland", Municipalities.Count)
        : blueprint.Layers.FirstOrDefault(layer => layer.Code == code && layer.Kind != "municipality") is { } shared
            ? new(code, shared.Title.Length > 0 ? shared.Title : code, shared.Members.Count)
        : new(code, NameOf(code), 1);

    /// <summary>A layer within a Dutch sentence: "landelijk", "regio Wadden", "gemeente Zwolle".</summary>
    internal string InWords(string code)
    {
        var name = Part(code).Name;
        return code == National ? "landelijk"
            : Shared.Contains(code) ? char.ToLowerInvariant(name[0]) + name[1..]
            : $"gemeente {name}";
    }
}
