using WebcareHub.Channels;
using WebcareHub.Ingest.Social.Bluesky;
using WebcareHub.Ingest.Social.Mastodon;
using WebcareHub.Ingest.Social.Meta;
using WebcareHub.Ingest.Social.X;

namespace WebcareHub.Ingest.Social;

/// <summary>Social networks: a folder and a line each.</summary>
public static class IngestSocialService
{
    /// <summary>Registers the service; the Hub calls it beside the others.</summary>
    public static WebApplicationBuilder AddIngestSocial(this WebApplicationBuilder builder)
    {
        builder.AddBluesky();
        builder.AddMastodon();
        builder.AddMeta();
        builder.AddX();
        return builder;
    }

    /// <summary>Maps the webhooks of the networks that have one, and <c>/api/v1/accounts</c> and <c>/api/v1/files</c>.</summary>
    public static WebApplication MapIngestSocial(this WebApplication app)
    {
        app.MapMeta();
        app.MapX();
        app.MapChannels();
        return app;
    }
}
