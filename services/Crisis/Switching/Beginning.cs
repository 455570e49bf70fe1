using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.Switching;

/// <summary>How the course of a crisis begins.</summary>
internal static class Beginning
{
    internal static Course Of(CrisisPrepared prepared) =>
        new()
        {
            Id = prepared.CrisisId,
            Layer = prepared.Layer,
            Scenario = prepared.Scenario,
            Title = prepared.Title,
            Scope = prepared.Scope,
            Exercise = prepared.Exercise,
            Phase = CrisisPhase.Prepared,
            Why = prepared.Why,
            Owner = new(prepared.Municipality, prepared.By),
            Since = prepared.At,
        };

    internal static Course Of(CrisisProposed proposed) =>
        new()
        {
            Id = proposed.CrisisId,
            Layer = proposed.Layer,
            Title = "Voorstel: veel meer berichten dan gewoon",
            Scope = [.. proposed.Inflow.Select(risen => risen.Municipality)],
            Phase = CrisisPhase.Proposed,
            Since = proposed.At,
            Inflow = proposed.Inflow,
            InflowAt = proposed.At,
        };

    /// <param name="before">What was prepared or proposed.</param>
    internal static Course Of(CrisisDeclared declared, Course before) =>
        before with
        {
            Id = declared.CrisisId,
            Layer = declared.Layer,
            Scenario = declared.Scenario,
            Title = declared.Title,
            Scope = declared.Scope,
            Exercise = declared.Exercise,
            Phase = declared.Scope.Count == 0 ? CrisisPhase.Asked : CrisisPhase.Declared,
            Why = declared.Why,
            Owner = new(declared.Municipality, declared.By),
            Since = declared.At,
            DeclaredAt = declared.At,
            NextUpdate = declared.NextUpdate,
            NationalStructure = declared.NationalStructure,
            Grip = [.. declared.Grip.Select(told => new Course.Told(told.Region, told.Level, told.ToldBy, declared.By.Name, declared.At))],
        };
}
