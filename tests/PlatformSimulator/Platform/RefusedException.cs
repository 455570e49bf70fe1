namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>A body that breaks a rule of the platform.</summary>
internal sealed class RefusedException(GraphError error) : Exception(error.Message)
{
    public GraphError Error { get; } = error;
}
