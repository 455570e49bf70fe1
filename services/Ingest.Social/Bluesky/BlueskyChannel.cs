using WebcareHub.Channels;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Media;
using WebcareHub.Ingest.Social.Bluesky.Pulling;
using WebcareHub.Ingest.Social.Bluesky.Sending;
using WebcareHub.Ingest.Social.Bluesky.Sessions;

namespace WebcareHub.Ingest.Social.Bluesky;

/// <summary>The AT Protocol network: asked for what is new, answered by writing records.</summary>
internal static class BlueskyChannel
{
    public static WebApplicationBuilder AddBluesky(this WebApplicationBuilder builder)
    {
        builder.AddChannel<BlueskyAdapter>(Channel.Bluesky);
        builder.AddPullChannel<PullNotifications>();
        builder.Services.AddSingleton<Xrpc>();
        builder.Services.AddSingleton<OpenSession>();
        builder.Services.AddSingleton<Sessions.Sessions>();
        builder.Services.AddSingleton<Names>();
        builder.Services.AddSingleton<PullChat>();
        builder.Services.AddSingleton<ResolveHandles>();
        builder.Services.AddSingleton<FindParent>();
        builder.Services.AddSingleton<UploadImage>();
        builder.Services.AddSingleton<WriteAs>();
        builder.Services.AddSingleton<SendPost>();
        builder.Services.AddSingleton<SendChat>();
        builder.Services.AddSingleton<FetchImage>();
        return builder;
    }
}
