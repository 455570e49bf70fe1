using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>Layers become releases here.</summary>
internal static class Publishing
{
    internal static void AddPublishing(this WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<Publisher>()
            .AddSingleton(services => new BlueprintFolder(
                services.GetRequiredService<Publisher>(),
                services.GetRequiredService<EventStore.EventStore>()
            ));

    internal static void MapPublishing(this RouteGroupBuilder api)
    {
        var releases = api.MapGroup("/releases").WithTags("Releases");
        releases
            .MapGet("/", ListReleases.Get)
            .WithName("ListReleases")
            .WithSummary("Releases of the layers the caller may read, newest first");
        releases.MapGet("/{layer}/{number:int}", ShowRelease.Get).WithName("ShowRelease").WithSummary("One release with its files");
        releases
            .MapGet("/{layer}/{number:int}/changes", CompareReleases.Get)
            .WithName("CompareReleases")
            .WithSummary("What differs from an earlier release, entry by entry, with a Dutch sentence for each");
        var writing = releases.MapGroup("").RequireRole("editor", "operator");
        writing.MapPost("/", Publish.Post).WithName("PublishRelease").WithSummary("Publish a layer");
    }
}
