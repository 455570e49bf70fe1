namespace WebcareHub.ServiceDefaults.Exercising;

/// <summary>Whether what runs now was asked for by somebody who exercises. The clients that call platforms look here, and refuse.</summary>
public static class ExerciseScope
{
    private static readonly AsyncLocal<bool> _on = new();

    /// <summary>True within a request of an exercise.</summary>
    public static bool IsOn => _on.Value;

    /// <summary>From here on, in this flow and in what it starts.</summary>
    internal static void Begin() => _on.Value = true;
}
