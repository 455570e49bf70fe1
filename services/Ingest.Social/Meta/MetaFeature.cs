using WebcareHub.Channels;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Ingest.Social.Meta.Files;
using WebcareHub.Ingest.Social.Meta.Mentions;
using WebcareHub.Ingest.Social.Meta.Sending;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>Meta: one webhook in, three channels out.</summary>
internal static class MetaFeature
{
    public static void AddMeta(this WebApplicationBuilder builder)
    {
        foreach (var surface in new[] { Surface.Facebook, Surface.Messenger, Surface.Instagram })
        {
            builder.AddChannel(surface.Channel, provider => ActivatorUtilities.CreateInstance<MetaAdapter>(provider, surface));
        }

        builder.AddWebhook<MetaWebhook>();
        builder.Services.AddSingleton<Graph>();
        builder.Services.AddSingleton<UploadFile>();
        builder.Services.AddSingleton<SendMessage>();
        builder.Services.AddSingleton<SendComment>();
        builder.Services.AddSingleton<SendAnswer>();
        builder.Services.AddSingleton<FetchFile>();
        builder.Services.AddHotConsumer<LookUpMention>(Mention.Queue, new HotConsumerOptions { Workers = 1 });
    }

    public static void MapMeta(this WebApplication app) => app.MapWebhook<MetaWebhook>("meta").MapMetaHandshake();
}
