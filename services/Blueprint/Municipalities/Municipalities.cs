namespace WebcareHub.Blueprint.Municipalities;

/// <summary>The register of municipalities; it travels in the national layer.</summary>
internal static class Municipalities
{
    internal static void MapMunicipalities(this RouteGroupBuilder api) =>
        api.MapGet("/municipalities", ListMunicipalities.Get)
            .WithTags("Municipalities")
            .WithName("ListMunicipalities")
            .WithSummary("The register of municipalities, by code");
}
