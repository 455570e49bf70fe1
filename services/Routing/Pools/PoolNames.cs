using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Pools;

internal static class PoolNames
{
    public const string National = "nl";

    /// <summary><c>regio Wadden</c>, <c>landelijke pool</c>.</summary>
    public static PoolName Of(string pool, EffectiveBlueprint blueprint) =>
        new(pool, pool == National ? "landelijke pool" : blueprint.LayerInWords(pool));
}
