using WebcareHub.Channels;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.X.Media;
using WebcareHub.Ingest.Social.X.Sending;

namespace WebcareHub.Ingest.Social.X;

/// <summary>X, formerly Twitter: webhooks of both generations in; posts, direct messages and pictures out.</summary>
internal static class Network
{
    public static WebApplicationBuilder AddX(this WebApplicationBuilder builder)
    {
        builder.AddChannel<XAdapter>(Channel.X);
        builder.AddWebhook<XWebhook>();
        builder.Services.AddSingleton<XClient>();
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddSingleton<Tokens>();
        builder.Services.AddSingleton<UploadMedia>();
        builder.Services.AddSingleton<SendToX>();
        builder.Services.AddSingleton<FetchMedia>();
        return builder;
    }

    public static void MapX(this WebApplication app) => app.MapWebhook<XWebhook>(Channel.X).MapGet("", Challenge.Get);
}
