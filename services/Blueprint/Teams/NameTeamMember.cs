using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Teams;

/// <summary><c>PUT /api/v1/teams/{layer}/members/{municipality}/{subject}</c>, by an operator.</summary>
internal static class NameTeamMember
{
    internal static async Task<Results<Ok<TeamMember>, NotFound, ProblemHttpResult>> Put(
        string layer,
        string municipality,
        string subject,
        NameMember named,
        Caller caller,
        BlueprintTeams teams,
        CancellationToken ct
    )
    {
        if (!LayerCode.IsShared(layer) || !LayerCode.IsValid(municipality) || !LayerCode.IsMunicipality(municipality))
        {
            return TypedResults.NotFound();
        }

        if (string.IsNullOrWhiteSpace(named.Name) || named.Name.Length > 200 || subject.Length > 200)
        {
            return TypedResults.Problem("Noem de naam van deze collega.", statusCode: 400, title: "Er ontbreekt een naam");
        }

        var member = new TeamMember(municipality, subject, named.Name.Trim(), named.Role);
        await teams.NameAsync(layer, member, caller.Id, ct);
        return TypedResults.Ok(member);
    }
}
