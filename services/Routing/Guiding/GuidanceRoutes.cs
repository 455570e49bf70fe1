using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Guiding;

/// <summary>What the blueprint offers a colleague.</summary>
internal static class GuidanceRoutes
{
    public static void MapGuidance(this IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations/{id:guid}/guidance", GetGuidance.Get)
            .WithTags("Guidance")
            .WithName("GetGuidance")
            .WithSummary("What applies in this conversation.")
            .RequireRole(DeskRoles.All);
        api.MapGet("/conversations/{id:guid}/answers", GetAnswers.Get)
            .WithTags("Guidance")
            .WithName("ListAnswers")
            .WithSummary("Standard answers, filled in, the suggested ones first.")
            .RequireRole(DeskRoles.All);
        api.MapGet("/topics", GetTopics.Get).WithTags("Guidance").WithName("ListTopics").WithSummary("The topics to choose from.");
        api.MapGet("/me", GetMe.Get).WithTags("Guidance").WithName("GetMe").WithSummary("Who is signed in.");
    }
}
