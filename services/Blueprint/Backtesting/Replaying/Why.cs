using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>The rule behind a change, in a few Dutch words.</summary>
internal static class Why
{
    /// <summary>Null when the candidate has nothing that sets the field.</summary>
    internal static string? Of(Difference difference, Decision decision, EffectiveBlueprint blueprint)
    {
        var field = Compared.Fields[difference.Kind];
        return decision.Trace.FirstOrDefault(step => step.Set.ContainsKey(field)) is { } step
            ? $"{step.Title} ({blueprint.LayerInWords(step.Layer)})"
            : null;
    }
}
