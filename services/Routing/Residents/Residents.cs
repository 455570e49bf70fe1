using WebcareHub.EventStore;
using WebcareHub.Routing.SamePerson;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Residents;

/// <summary>Who a resident is, and forgetting them.</summary>
internal static class Residents
{
    public static WebApplicationBuilder AddResidents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Erasure>();
        builder.Services.AddForgetResident<ForgetAgain>();
        return builder;
    }

    public static void MapResidents(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/residents/{id:guid}").WithTags("Residents").RequireRole(DeskRoles.All);
        one.MapGet("", GetResident.Get)
            .WithName("GetResident")
            .WithSummary("Who else this resident is, and may be. Looking is recorded in the processing log.");
        one.MapPost("/links", LinkResidents.Post)
            .WithName("LinkResidents")
            .WithSummary("Say that two residents are one person, on the evidence there is.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        one.MapDelete("/links/{otherId:guid}", UnlinkResidents.Delete)
            .WithName("UnlinkResidents")
            .WithSummary("Say that they are two again.");
        one.MapPost("/dismissals", DismissSuggestion.Post)
            .WithName("DismissSuggestion")
            .WithSummary("Say that who is suggested is somebody else: not suggested again to any colleague.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        one.MapDelete("/dismissals/{otherId:guid}", RestoreSuggestion.Delete)
            .WithName("RestoreSuggestion")
            .WithSummary("Let them be suggested again.");
        api.MapPost("/residents/{id:guid}/erasure", Erase.Post)
            .RequireRole("admin")
            .WithTags("Residents")
            .WithName("EraseResident")
            .WithSummary("Forget a resident: all personal data is destroyed, counts stay.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
