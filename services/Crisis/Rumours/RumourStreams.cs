using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rumours;

/// <summary>Where the events of a rumour stand.</summary>
internal static class RumourStreams
{
    private const string Prefix = "rumour-";

    /// <param name="tenant">The layer it goes round in; for an exercise the one beside it.</param>
    internal static StreamKey Of(string tenant, Guid id) => new(tenant, $"{Prefix}{id}");
}
