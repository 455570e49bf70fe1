using WebcareHub.Contracts.Crises;

namespace WebcareHub.Contracts.Bus;

/// <summary>
/// Sent by Crisis after a change to a crisis, or to a core message or rumour of it: screens that show it look again. Only a hint; the epoch row and
/// the log decide.
/// </summary>
/// <param name="Layer">The tenant of the stream that changed.</param>
/// <param name="Version">Of that stream.</param>
public sealed record CrisisChanged(Guid CrisisId, string Layer, long Version);

/// <summary>Sent by Routing: these municipalities receive far more than the hour is used to, ten minutes long. Repeated while it lasts.</summary>
public sealed record InflowRose(IReadOnlyList<RisenInflow> Inflow, DateTimeOffset At);
