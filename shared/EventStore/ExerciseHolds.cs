namespace WebcareHub.EventStore;

/// <summary>Whether an exercise holds for a municipality now, by the epoch: at most half a second old.</summary>
/// <param name="municipality">CBS code.</param>
public delegate ValueTask<bool> ExerciseHolds(string municipality, CancellationToken ct);
