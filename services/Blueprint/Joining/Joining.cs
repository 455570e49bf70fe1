using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Joining;

/// <summary>A municipality takes part: its own layer, and the plan on one page.</summary>
internal static class Joining
{
    internal static void MapJoining(this RouteGroupBuilder api)
    {
        var joining = api.MapGroup("").WithTags("Membership");
        joining
            .MapGet("/memberships", ShowMembership.Get)
            .WithName("ShowMembership")
            .WithSummary("How the caller's municipality takes part");
        joining
            .MapPost("/memberships", Join.Post)
            .RequireRole("admin")
            .WithName("Join")
            .WithSummary("Make the layer of the own municipality from nothing");
        joining.MapGet("/plans/{municipality}", ShowPlan.Get).WithName("ShowPlan").WithSummary("A municipality's webcare on one page");
    }
}
