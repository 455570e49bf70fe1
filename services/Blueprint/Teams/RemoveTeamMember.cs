using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;

namespace WebcareHub.Blueprint.Teams;

/// <summary><c>DELETE /api/v1/teams/{layer}/members/{municipality}/{subject}</c>, by an operator.</summary>
internal static class RemoveTeamMember
{
    internal static async Task<Results<NoContent, NotFound>> Delete(
        string layer,
        string municipality,
        string subject,
        BlueprintTeams teams,
        CancellationToken ct
    ) =>
        LayerCode.IsShared(layer) && await teams.RemoveAsync(layer, municipality, subject, ct)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
