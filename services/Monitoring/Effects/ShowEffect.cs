using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Effects;

/// <summary><c>GET /api/v1/figures/effect</c>: what was measured before and after a release.</summary>
internal static class ShowEffect
{
    private const int MostWeeks = 12;

    internal static readonly IReadOnlyList<string> Readers = ["editor", .. Scopes.Readers];

    internal static async Task<Results<Ok<ReleaseEffect>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Services services,
        CancellationToken ct
    )
    {
        if (asked.Weeks is < 1 or > MostWeeks)
        {
            return ShowFigures.Wrong($"Kies 1 tot en met {MostWeeks} weken.");
        }

        var blueprint = await services.BlueprintAsync(caller, ct);
        return
            blueprint.LayersOf(caller.Home).Contains(asked.Layer)
            && await services.PlaceAsync(caller, asked.Layer, ct) is { } place
            && await services.Releases.FindAsync(asked.Layer, asked.Release, ct) is { } release
            ? TypedResults.Ok(await services.Measuring.OfAsync(blueprint, asked, place, release, ct))
            : TypedResults.NotFound();
    }

    /// <param name="Weeks">Without it four.</param>
    internal readonly record struct Asked(string Layer, int Release, int? Weeks);

    /// <summary>What it is made with.</summary>
    internal sealed record Services(ReleasesThen Releases, Measuring Measuring, Offices Offices, Rulebook Rulebook)
    {
        internal async Task<Blueprint> BlueprintAsync(Caller caller, CancellationToken ct)
        {
            await Rulebook.NowAsync(caller.Home, ct);
            return Rulebook.Last!.Blueprint;
        }

        /// <summary>
        /// Where it is measured; null when the caller reads no figures. The nation is for all. A region is for its coordinators: anybody else
        /// could take it from the nation or from another region that it shares all but one with, and sees the own municipality.
        /// </summary>
        internal async Task<string?> PlaceAsync(Caller caller, string layer, CancellationToken ct) =>
            layer == Blueprint.National || (await Offices.HeldAsync(caller, [layer], Office.Coordinator, ct)).Count > 0 ? layer
            : caller.Roles.Any(Readers.Contains) ? caller.Home
            : null;
    }
}
