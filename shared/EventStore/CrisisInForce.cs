namespace WebcareHub.EventStore;

/// <summary>A crisis as the epoch row holds it: what routing must know to act on it.</summary>
/// <param name="Id">Of its stream.</param>
/// <param name="Scenario">Id of the blueprint's scenario that lies on top.</param>
/// <param name="Scope">Codes of the layers it holds for: <c>nl</c>, region ids, CBS codes.</param>
/// <param name="Exercise">Holds in the tenants of exercises, and nowhere else.</param>
/// <param name="Since">When it was switched on (UTC).</param>
public sealed record CrisisInForce(Guid Id, string Scenario, IReadOnlyList<string> Scope, bool Exercise, DateTimeOffset Since)
{
    /// <summary>The municipality lies in the scope.</summary>
    /// <param name="layers">Codes of the layers over this municipality, its own included.</param>
    /// <param name="exercise">Whether an exercise's tenant asks.</param>
    public bool Holds(IReadOnlyList<string> layers, bool exercise) => Exercise == exercise && layers.Any(Scope.Contains);
}
