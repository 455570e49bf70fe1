using WebcareHub.EventStore;
using WebcareHub.Routing.Timers;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Alike;

/// <summary>Near-identical questions, grouped as they arrive.</summary>
internal static class Alike
{
    public static WebApplicationBuilder AddAlike(this WebApplicationBuilder builder)
    {
        builder.Services.AddFeedSubscriber<GroupMessages>();
        builder.Services.AddSingleton<Scopes>();
        builder.Services.AddSingleton<AlikeGroupsIn>();
        builder.Services.AddSingleton<ITimedWork, ForgetSignatures>();
        return builder;
    }

    public static void MapAlike(this IEndpointRouteBuilder api)
    {
        var groups = api.MapGroup("/alike-groups").WithTags("Alike questions").RequireRole(DeskRoles.All);
        groups
            .MapGet("", ListGroups.Get)
            .WithName("ListAlikeGroups")
            .WithSummary("Groups of near-identical questions that wait, largest first; of a crisis over its scope.");
        groups.MapGet("/{id:guid}", GetGroup.Get).WithName("GetAlikeGroup").WithSummary("One group of near-identical questions.");
    }
}
