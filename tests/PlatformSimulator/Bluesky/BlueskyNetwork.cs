using WebcareHub.PlatformSimulator.Bluesky.Control;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>An AT Protocol network of one server: strict, and able to fail on command.</summary>
internal static class BlueskyNetwork
{
    public static IServiceCollection AddBlueskyNetwork(this IServiceCollection services) =>
        services.AddSingleton<World>().AddSingleton<Faults>().AddSingleton<Limits>();

    public static void MapBlueskyNetwork(this WebApplication app)
    {
        var xrpc = app.MapGroup("/xrpc").AddEndpointFilter<Strictness>();
        xrpc.MapPost("/com.atproto.server.createSession", Sessions.Create);
        xrpc.MapPost("/com.atproto.server.refreshSession", Sessions.Refresh);
        xrpc.MapGet("/com.atproto.server.getSession", Sessions.Get);
        xrpc.MapGet("/com.atproto.identity.resolveHandle", Repo.Resolve);
        xrpc.MapPost("/com.atproto.repo.createRecord", Repo.Create);
        xrpc.MapPost("/com.atproto.repo.putRecord", Repo.Put);
        xrpc.MapGet("/com.atproto.repo.getRecord", Repo.Get);
        xrpc.MapPost("/com.atproto.repo.uploadBlob", Repo.Upload);
        xrpc.MapGet("/app.bsky.notification.listNotifications", Views.Notifications);
        xrpc.MapGet("/app.bsky.feed.getPosts", Views.Posts);
        xrpc.MapGet("/app.bsky.actor.getProfiles", Views.Profiles);
        xrpc.MapGet("/chat.bsky.convo.listConvos", Chat.List);
        xrpc.MapGet("/chat.bsky.convo.getConvoForMembers", Chat.For);
        xrpc.MapGet("/chat.bsky.convo.getLog", Chat.Log);
        xrpc.MapGet("/chat.bsky.convo.getMessages", Chat.Messages);
        xrpc.MapPost("/chat.bsky.convo.sendMessage", Chat.Send);
        app.MapGet("/bluesky-pictures/{did}/{cid}", Views.Picture);
        app.MapBlueskyControl();
    }
}
