using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Teams;

/// <summary><c>GET /api/v1/teams/{layer}</c>: anyone signed in may know who writes what all share. A municipality's own layer has no team.</summary>
internal static class ShowTeam
{
    internal static async Task<Results<Ok<BlueprintTeam>, NotFound>> Get(
        string layer,
        BlueprintTeams teams,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        if (!LayerCode.IsShared(layer) || !(await Shelf.EpochAsync(store, ct)).Releases.ContainsKey(layer))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(new BlueprintTeam(layer, LayerCode.InWords(layer), await teams.MembersAsync(layer, ct)));
    }
}
