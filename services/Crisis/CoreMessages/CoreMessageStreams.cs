using WebcareHub.EventStore;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>Where the events of a core message stand.</summary>
internal static class CoreMessageStreams
{
    /// <param name="tenant">The layer that issues it; for an exercise the one beside it.</param>
    internal static StreamKey Of(string tenant, Guid id) => new(tenant, $"core-message-{id}");
}
