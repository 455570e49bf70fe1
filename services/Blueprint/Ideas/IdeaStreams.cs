using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>Where the events of an idea stand.</summary>
internal static class IdeaStreams
{
    /// <param name="tenant">The layer the idea is about; for its link to a conversation: the municipality of that conversation.</param>
    internal static StreamKey Of(string tenant, Guid id) => new(tenant, $"idea-{id}");
}
