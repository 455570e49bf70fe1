using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary>Which layers somebody looks after.</summary>
internal static class CareLayers
{
    /// <summary>The one asked for, or all of the caller's municipality; null when that one is not there for them.</summary>
    internal static IReadOnlyList<string>? Of(Edition edition, Caller caller, string? layer) =>
        string.IsNullOrEmpty(layer) ? edition.ChainOf(caller.Municipality)
        : layer == caller.Municipality || (!LayerCode.IsMunicipality(layer) && edition.Newest(layer) is not null) ? [layer]
        : null;
}
