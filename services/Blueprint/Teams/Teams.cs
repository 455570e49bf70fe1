using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Teams;

/// <summary>Blueprint teams: who writes the national layer and those of the regions.</summary>
internal static class Teams
{
    internal static void AddTeams(this WebApplicationBuilder builder) => builder.Services.AddSingleton<BlueprintTeams>();

    internal static void MapTeams(this RouteGroupBuilder api)
    {
        var teams = api.MapGroup("/teams/{layer}").WithTags("Teams");
        teams.MapGet("", ShowTeam.Get).WithName("ShowBlueprintTeam").WithSummary("Who writes a shared layer of the blueprint");
        var naming = teams.MapGroup("/members/{municipality}/{subject}").RequireRole("operator");
        naming
            .MapPut("", NameTeamMember.Put)
            .WithName("NameTeamMember")
            .WithSummary("Name a member of a blueprint team, or change the role");
        naming.MapDelete("", RemoveTeamMember.Delete).WithName("RemoveTeamMember").WithSummary("Remove a member of a blueprint team");
    }
}
