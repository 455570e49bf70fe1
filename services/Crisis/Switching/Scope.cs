using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>The layers a crisis is asked for.</summary>
internal static class Scope
{
    private const int Most = 400;

    /// <summary>Why these layers cannot be a scope; null when they can.</summary>
    internal static Refusal? Check(IReadOnlyList<string>? codes, Layers layers) =>
        codes is null or { Count: 0 } ? new("Kies voor welke gemeenten of regio's dit geldt.", Refusal.Invalid)
        : codes.Count > Most ? new($"Noem ten hoogste {Most} gemeenten of regio's.", Refusal.Invalid)
        : codes.FirstOrDefault(code => !layers.Exists(code)) is { } unknown
            ? new($"'{unknown}' is geen gemeente, regio of land in de blauwdruk.", Refusal.Invalid)
        : null;

    internal static bool IsNational(IReadOnlyList<string> scope) => scope.Contains(Layers.National);

    /// <summary>What stands still and goes on when a crisis comes to hold elsewhere.</summary>
    internal static IEnumerable<object> Automation(
        IReadOnlyList<string> before,
        IReadOnlyList<string> after,
        Standing standing,
        IReadOnlyList<string> except
    )
    {
        var (was, now) = (standing.Layers.MunicipalitiesOf(before), standing.Layers.MunicipalitiesOf(after));
        var (gone, come) = (was.Except(now).ToArray(), now.Except(was).ToArray());
        if (gone.Length > 0)
            yield return new AutomationResumed(after.Count == 0 ? before : gone, Paused, standing.Now);
        if (come.Length > 0)
            yield return new AutomationPaused(
                before.Count == 0 ? after : Covering(after, come, standing.Layers),
                Paused,
                except,
                standing.Now
            );
    }

    /// <summary>What goes out by itself today; planned sends and surveys come with the kinds they have.</summary>
    internal static readonly IReadOnlyList<string> Paused = ["acknowledgements"];

    private static IReadOnlyList<string> Covering(IReadOnlyList<string> scope, string[] come, Layers layers) =>
        [.. scope.Where(code => layers.MunicipalitiesOf(code).Any(come.Contains))];
}
