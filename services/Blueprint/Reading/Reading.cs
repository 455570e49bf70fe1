namespace WebcareHub.Blueprint.Reading;

/// <summary>Looking around in the blueprint as it holds for the caller's municipality.</summary>
internal static class Reading
{
    internal static void AddReading(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Bookcase>();

    internal static void MapReading(this RouteGroupBuilder api)
    {
        var entries = api.MapGroup("/blueprint/entries").WithTags("Blueprint");
        entries
            .MapGet("", ListEntries.Get)
            .WithName("ListBlueprintEntries")
            .WithSummary("Entries as they hold for the caller's municipality, by theme, section and words");
        entries
            .MapGet("/{section}/{id}", ShowEntry.Get)
            .WithName("ShowBlueprintEntry")
            .WithSummary("One entry with its layers side by side");
    }
}
