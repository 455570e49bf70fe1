namespace WebcareHub.Rulebooks;

/// <summary>Which earlier releases an edition holds besides those in force.</summary>
public enum Keep
{
    /// <summary>Those that a choice leans on: enough to decide by.</summary>
    Needed,

    /// <summary>All of them: to tell what changed since when.</summary>
    Everything,
}
