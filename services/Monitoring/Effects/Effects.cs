namespace WebcareHub.Monitoring.Effects;

/// <summary>What followed on a release.</summary>
internal static class Effects
{
    internal static void AddEffects(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReleasesThen>();
        builder.Services.AddSingleton<Measuring>();
        builder.Services.AddSingleton<ShowEffect.Services>();
    }

    internal static void MapEffects(this RouteGroupBuilder api) =>
        api.MapGet("/figures/effect", ShowEffect.Get)
            .WithTags("Learning")
            .WithName("ShowEffect")
            .WithSummary("What was measured before and after a release");
}
