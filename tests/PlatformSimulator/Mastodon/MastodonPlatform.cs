namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Servers that speak the API of Mastodon, each under <c>/mastodon/{server}</c>: strict, and able to fail on command.</summary>
internal static class MastodonPlatform
{
    public static IServiceCollection AddMastodon(this IServiceCollection services) => services.AddSingleton<Servers>();

    public static void MapMastodon(this WebApplication app)
    {
        var servers = app.Services.GetRequiredService<Servers>();
        var api = app.MapGroup("/mastodon/{server}/api").AddEndpointFilter(new Door(servers));
        api.MapGet("/v2/instance", SeeServer.Get);
        api.MapGet("/v1/accounts/verify_credentials", SeeServer.GetOwn);
        api.MapGet("/v1/apps/verify_credentials", SeeServer.GetApp);
        api.MapGet("/v1/accounts/{id}/statuses", SeeStatuses.GetOf);
        api.MapGet("/v1/notifications", SeeNotifications.Get);
        api.MapGet("/v1/notifications/requests", SeeNotifications.GetRequests);
        api.MapGet("/v1/statuses", SeeStatuses.Get);
        api.MapGet("/v1/statuses/{id}", SeeStatuses.GetOne);
        api.MapGet("/v1/statuses/{id}/context", SeeStatuses.GetContext);
        api.MapPost("/v1/statuses", PostStatus.Post);
        api.MapPost("/v2/media", Media.Post).DisableAntiforgery();
        api.MapGet("/v1/media/{id}", Media.Get);
        api.MapGet("/v1/streaming/user", OpenStream.Get);
        app.MapGet("/mastodon/{server}/media/{file}", Media.GetFile);
        app.MapMastodonControl();
    }
}
