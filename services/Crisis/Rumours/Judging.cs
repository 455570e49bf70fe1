using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Rumours;

/// <summary>
/// Who says whether a rumour is true, and what residents hear: whoever may speak for its layer, or its owner as a spokesperson where it is about
/// their own municipality alone. Anybody may make themselves its owner; nobody speaks on another's public page by that.
/// </summary>
internal static class Judging
{
    internal static bool May(Standing standing, RumourState rumour) =>
        standing.MaySpeakFor(rumour.Registered!.Layer)
        || (standing.IsSpokesperson && Own.Has(standing, rumour) && rumour.Registered.Area.All(code => code == standing.Municipality));

    internal static Refusal? Check(Standing standing, RumourState rumour) =>
        May(standing, rumour)
            ? null
            : new("Een coördinator beslist hierover, of de woordvoerder die dit gerucht uitzoekt.", Refusal.NotYours);
}
