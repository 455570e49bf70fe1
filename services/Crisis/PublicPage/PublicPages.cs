namespace WebcareHub.Crisis.PublicPage;

/// <summary>What residents read in a crisis, per municipality: <c>/crisis/{gemeente}</c>, by name or by code.</summary>
internal static class PublicPages
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    internal static void AddPublicPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Pages>().AddSingleton<PageFile>().AddSingleton<PageReading>();
        builder.Services.AddHostedService<PageReader>();
        EarlyDoor.Add(builder.Services);
    }

    internal static void MapPublicPage(this WebApplication app) => app.MapPublicPage(app.Services.GetRequiredService<Pages>());

    internal static void MapPublicPage(this IEndpointRouteBuilder routes, Pages pages) =>
        routes
            .MapMethods(
                "/crisis/{gemeente}",
                Methods,
                (RequestDelegate)(context => ShowPage.ServeAsync(context, context.GetRouteValue("gemeente") as string, pages))
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
}
