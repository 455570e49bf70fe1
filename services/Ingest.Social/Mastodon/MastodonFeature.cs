using WebcareHub.Channels;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Media;
using WebcareHub.Ingest.Social.Mastodon.Pulling;
using WebcareHub.Ingest.Social.Mastodon.Sending;
using WebcareHub.Ingest.Social.Mastodon.Streaming;

namespace WebcareHub.Ingest.Social.Mastodon;

/// <summary>The feature: notifications asked for, streams kept open, answers posted.</summary>
internal static class MastodonFeature
{
    public static void AddMastodon(this WebApplicationBuilder builder)
    {
        builder.AddChannel<MastodonAdapter>(Channel.Mastodon);
        builder.AddPullChannel<PullNotifications>();
        builder.Services.AddSingleton<Pace>();
        builder.Services.AddSingleton<ServerClient>();
        builder.Services.AddSingleton<Servers>();
        builder.Services.AddSingleton<Threads>();
        builder.Services.AddSingleton<LookAgain>();
        builder.Services.AddSingleton<FilteredRequests>();
        builder.Services.AddSingleton<ReadStream>();
        builder.Services.AddHostedService<Streams>();
        builder.Services.AddSingleton<PlanReply>();
        builder.Services.AddSingleton<UploadMedia>();
        builder.Services.AddSingleton<FindStatus>();
        builder.Services.AddSingleton<SendStatus>();
        builder.Services.AddSingleton<FetchMedia>();
    }
}
