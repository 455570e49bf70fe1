using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Speaking;

/// <summary>Where a message or a rumour is about: a layer, or parts of it.</summary>
internal static class Area
{
    private const int Most = 50;

    /// <summary>The area as it is kept: the whole layer unless parts are named.</summary>
    internal static IReadOnlyList<string> Of(string layer, IReadOnlyList<string>? named) =>
        named is null or { Count: 0 } || named.Contains(layer) ? [layer] : [.. named.Distinct()];

    /// <summary>Why not; null when the area lies within the layer.</summary>
    internal static Refusal? Check(string layer, IReadOnlyList<string>? named, Places places) =>
        !places.Knows(layer) ? new($"De laag '{layer}' bestaat niet.", Refusal.Invalid)
        : named?.Count > Most ? new($"Kies ten hoogste {Most} gebieden, of de hele laag.", Refusal.Invalid)
        : Of(layer, named).FirstOrDefault(code => !places.Knows(code)) is { } unknown ? new($"'{unknown}' bestaat niet.", Refusal.Invalid)
        : Of(layer, named).FirstOrDefault(code => !places.LiesWithin(code, layer)) is { } outside
            ? new($"{places.Part(outside).Name} ligt niet in {places.Part(layer).Name}.", Refusal.Invalid)
        : null;
}
