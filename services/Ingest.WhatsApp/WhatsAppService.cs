using WebcareHub.Channels;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.Ingest.WhatsApp.Media;
using WebcareHub.Ingest.WhatsApp.Sending;

namespace WebcareHub.Ingest.WhatsApp;

/// <summary>Meta's webhooks in, answers and files out.</summary>
public static class IngestWhatsAppService
{
    /// <summary>Registers the service; the Hub calls it beside the others.</summary>
    public static WebApplicationBuilder AddIngestWhatsApp(this WebApplicationBuilder builder)
    {
        builder.AddChannel<WhatsAppAdapter>(Channel.WhatsApp);
        builder.Services.AddMigrations<WhatsAppAdapter>("whatsapp");
        builder.AddWebhook<WhatsAppWebhook>();
        builder.Services.AddSingleton<GraphClient>();
        builder.Services.AddSingleton<PairRate>();
        builder.Services.AddSingleton<UploadMedia>();
        builder.Services.AddSingleton<SendMessage>();
        builder.Services.AddSingleton<FailedGets>();
        builder.Services.AddSingleton<FetchMedia>();
        return builder;
    }

    /// <summary>Maps <c>/channels/whatsapp/{app}</c>, <c>/api/v1/accounts</c> and <c>/api/v1/files</c>.</summary>
    public static WebApplication MapIngestWhatsApp(this WebApplication app)
    {
        app.MapWebhook<WhatsAppWebhook>(Channel.WhatsApp).MapMetaHandshake();
        app.MapChannels();
        return app;
    }
}
