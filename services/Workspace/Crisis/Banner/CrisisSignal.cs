namespace WebcareHub.Workspace.Crisis.Banner;

/// <summary>Tells open screens that a crisis changed somewhere; whether it concerns them they ask themselves.</summary>
internal sealed class CrisisSignal
{
    /// <summary>Must not block.</summary>
    internal event Action? MovedOn;

    internal void Tell() => MovedOn?.Invoke();
}
