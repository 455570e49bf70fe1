namespace WebcareHub.Blueprint.Choosing;

/// <summary>What a municipality or region takes over of the layers above it, and where it differs.</summary>
internal static class Choosing
{
    internal static void AddChoosing(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ChoiceDesk>();

    internal static void MapChoosing(this RouteGroupBuilder api)
    {
        var choosing = api.MapGroup("").WithTags("Choices");
        choosing.MapGet("/offers", ListOffers.Get).WithName("ListOffers").WithSummary("What the layers above offer");
        choosing.MapPost("/choices", Choose.Post).WithName("Choose").WithSummary("Adopt, defer, follow, deviate or take over");
        choosing.MapGet("/drift", ShowDrift.Get).WithName("ShowDrift").WithSummary("Where a layer differs from those above it");
        choosing
            .MapGet("/shared-entries", ListShared.Get)
            .WithName("ListSharedEntries")
            .WithSummary("Own entries of other municipalities that may be taken over");
    }
}
