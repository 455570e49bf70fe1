using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Switching;

/// <summary>Where the events of a crisis stand.</summary>
internal static class CrisisStreams
{
    /// <param name="layer">Whose coordinator leads it.</param>
    internal static StreamKey Of(string layer, Guid id) => new(layer, $"crisis-{id}");
}
