namespace WebcareHub.EventStore;

/// <summary>A stream stands at another version than the writer saw, or is archived.</summary>
public sealed class StaleVersionException(StreamKey stream, long expected) : Exception($"Stream {stream.Key} is not at version {expected}.")
{
    /// <summary>The stream.</summary>
    public StreamKey Stream => stream;
}
