using WebcareHub.EventStore;
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

    public static void MapResidents(this IEndpointRouteBuilder api) =>
        api.MapPost("/residents/{id:guid}/erasure", Erase.Post)
            .RequireRole("admin")
            .WithTags("Residents")
            .WithName("EraseResident")
            .WithSummary("Forget a resident: all personal data is destroyed, counts stay.");
}
