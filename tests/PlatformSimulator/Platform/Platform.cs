using WebcareHub.PlatformSimulator.Meta;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>What the hub calls: the Graph API for messages and media.</summary>
internal static class Platform
{
    public static IServiceCollection AddPlatform(this IServiceCollection services) =>
        services
            .AddSingleton<Numbers>()
            .AddSingleton<Templates>()
            .AddSingleton<Chats>()
            .AddSingleton<MediaShelf>()
            .AddSingleton<Failures>()
            .AddSingleton<Tally>()
            .AddSingleton<MessageRules>()
            .AddSingleton<Arrival>()
            .AddSingleton<SendMessage>();

    public static void MapPlatform(this WebApplication app)
    {
        var graph = app.MapGroup("/v{version}");
        graph.MapPost(
            "/{id}/messages",
            (string id, HttpRequest request, SendMessage send, Pages pages, SendPrivate meta) =>
                pages.Find(id) is { } page ? meta.Post(page, request) : send.Post(id, request)
        );
        graph.MapPost("/{id}/media", UploadMedia.Post).DisableAntiforgery();
        graph.MapGet("/{mediaId}", LookUpMedia.Get);
        app.MapGet("/media/{mediaId}", DownloadMedia.Get);
    }
}
