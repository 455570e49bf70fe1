using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Crisis.Declaring;

/// <summary>What a coordinator chose so far: which scenario, where, and whether it is an exercise.</summary>
internal sealed class Choice
{
    internal const string Nation = "nl";

    internal string Scenario { get; set; } = "";

    internal List<string> Scope { get; } = [];

    /// <summary>With the whole country: where it holds until the second person confirms.</summary>
    internal List<string> Meanwhile { get; } = [];

    /// <summary>Not chosen beforehand: nobody switches a real crisis on by leaving something as it was.</summary>
    internal bool? Exercise { get; set; }

    internal string Why { get; set; } = "";

    /// <summary>Dutch local time, as a field of the screen gives it.</summary>
    internal DateTime? NextUpdate { get; set; }

    /// <summary>As told, for the first region of the scope; null: nothing was told.</summary>
    internal int? Grip { get; set; }

    internal string? GripRegion { get; set; }

    internal string GripToldBy { get; set; } = "";

    internal bool National => Scope.Contains(Nation);

    internal bool Complete => Scenario.Length > 0 && Scope.Count > 0 && Exercise is not null;

    /// <summary>A part that lies within a chosen one needs no choice of its own.</summary>
    internal void Toggle(string code, bool on)
    {
        Scope.Remove(code);
        if (!on)
        {
            return;
        }

        if (code == Nation)
        {
            Meanwhile.AddRange(Scope);
            Scope.Clear();
        }

        Scope.Add(code);
    }

    internal void ToggleMeanwhile(string code, bool on)
    {
        Meanwhile.Remove(code);
        if (on)
        {
            Meanwhile.Add(code);
        }
    }

    /// <summary>Takes over what was prepared, or where the hub saw the inflow rise.</summary>
    internal void From(CrisisSummary crisis)
    {
        Scenario = crisis.Scenario ?? Scenario;
        Scope.Clear();
        Scope.AddRange(crisis.Scope.Select(part => part.Code));
        if (crisis.Phase == CrisisPhase.Prepared)
        {
            Exercise = crisis.Exercise;
        }
    }

    private IReadOnlyList<GripLevel>? GripTold =>
        Grip is { } level && GripRegion is { Length: > 0 } region ? [new GripLevel(region, level, GripToldBy.Trim())] : null;

    internal DeclareCrisis Declare(Guid? crisis) =>
        new(
            crisis,
            Scenario,
            null,
            Scope,
            National && Meanwhile.Count > 0 ? Meanwhile : null,
            Exercise == true,
            GripTold,
            false,
            NextUpdate is { } local ? DutchTime.AtLocal(local) : null,
            Why.Trim()
        );
}
