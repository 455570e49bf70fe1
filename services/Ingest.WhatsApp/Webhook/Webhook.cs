namespace WebcareHub.Ingest.WhatsApp.Webhook;

/// <summary>The feature: what the platform calls.</summary>
internal static class WebhookFeature
{
    public static void AddWebhook(this IServiceCollection services) => services.AddSingleton<PlatformApps>().AddSingleton<WayIn>();

    /// <summary>Outside the API: the platform signs its posts in stead of signing in.</summary>
    public static void MapWebhook(this IEndpointRouteBuilder app)
    {
        var webhook = app.MapGroup("/channels/whatsapp/{app}").AllowAnonymous().ExcludeFromDescription();
        webhook.MapGet("", Handshake.Get);
        webhook.MapPost("", Accept.Post);
    }
}
