namespace WebcareHub.Blueprint.Previewing;

/// <summary>What would happen with a pasted text.</summary>
internal static class Previewing
{
    internal static void AddPreviewing(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Candidates>();

    internal static void MapPreviewing(this RouteGroupBuilder api)
    {
        api.MapPost("/blueprint/previews", TryMessage.Post)
            .WithTags("Blueprint")
            .WithName("PreviewBlueprint")
            .WithSummary("What would happen with a text, and what happens now; nothing of it is kept");
        api.MapPost("/blueprint/remarks", RemarkOnText.Post)
            .WithTags("Blueprint")
            .WithName("RemarkOnText")
            .WithSummary("What could be plainer in a text; nothing of it is kept");
    }
}
